package dev.natter.protocol.message;

/** One case for each kind of reply: whoever reads replies does not compile while one is forgotten. */
public interface ReplyVisitor<R> {

    R visit(Reply.Refused refused);

    R visit(Reply.Done done);

    R visit(Reply.Named named);

    R visit(Reply.Entered entered);

    R visit(Reply.Back back);

    R visit(Reply.Members members);

    R visit(Reply.Person person);

    R visit(Reply.Rooms rooms);

    R visit(Reply.Removed removed);

    R visit(Reply.Speaking speaking);

    R visit(Reply.Echoing echoing);

    R visit(Reply.Pong pong);

    R visit(Reply.Help help);

    R visit(Reply.Stats stats);
}

package dev.natter.protocol.message;

/** One case for each kind of event: whoever reads events does not compile while one is forgotten. */
public interface EventVisitor<R> {

    R visit(Event.Welcome welcome);

    R visit(Event.Message message);

    R visit(Event.PrivateMessage message);

    R visit(Event.Joined joined);

    R visit(Event.Left left);

    R visit(Event.Renamed renamed);

    R visit(Event.Killed killed);

    R visit(Event.Closing closing);
}

package dev.natter.server.command;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.command.Verb.Permission;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;
import dev.natter.server.password.Password;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the handler for a command, behind the guards that are the same for all: may this session use the verb? What a
 * handler throws becomes the one answer here. Owner thread only.
 */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** The console is the server, in the lobby, for as long as the server runs. */
    private static final Set<Verb> NOT_ON_THE_CONSOLE = EnumSet.of(Verb.NICK, Verb.JOIN, Verb.LEAVE, Verb.QUIT);

    private final Map<Verb, CommandHandler<?>> handlers = new EnumMap<>(Verb.class);

    /** The only verb whose answer has to wait. */
    private final OperHandler oper;

    /**
     * Knows all commands.
     *
     * @param password what makes an operator; null if nothing does
     * @throws IllegalStateException if a verb has no handler
     */
    public Dispatcher(Chat chat, ServerControl server, @Nullable Password password) {
        oper = OperHandler.of(chat, server, password);
        handlers.put(Verb.NICK, new NickHandler(chat));
        handlers.put(Verb.MSG, new MsgHandler(chat));
        handlers.put(Verb.TELL, new TellHandler(chat));
        handlers.put(Verb.WHO, new WhoHandler(chat));
        handlers.put(Verb.WHOIS, new WhoisHandler(chat));
        handlers.put(Verb.JOIN, new JoinHandler(chat));
        handlers.put(Verb.LEAVE, new LeaveHandler(chat));
        handlers.put(Verb.ROOMS, new RoomsHandler(chat));
        handlers.put(Verb.KILL, new KillHandler(chat));
        handlers.put(Verb.FORMAT, new FormatHandler(chat));
        handlers.put(Verb.ECHO, new EchoHandler());
        handlers.put(Verb.PING, new PingHandler());
        handlers.put(Verb.HELP, new HelpHandler());
        handlers.put(Verb.QUIT, new QuitHandler(chat));
        handlers.put(Verb.STATS, new StatsHandler(chat, server));
        handlers.put(Verb.SHUTDOWN, new ShutdownHandler(server));
        Set<Verb> unhandled = EnumSet.complementOf(EnumSet.of(Verb.OPER));
        unhandled.removeAll(handlers.keySet());
        if (!unhandled.isEmpty()) {
            throw new IllegalStateException("no handler for " + unhandled);
        }
    }

    /**
     * Carries a command out.
     *
     * @param answer gets the one reply: before this returns or, where the answer has to wait, later
     */
    public void dispatch(Command command, Session session, Consumer<Reply> answer) {
        Reply reply;
        try {
            guard(command.verb(), session);
            if (command instanceof Command.BecomeOperator attempt) {
                oper.handle(attempt, session, answer);
                return;
            }
            reply = handle(command, session);
        } catch (CommandException e) {
            reply = refused(command, e.code(), String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            LOG.error("{} failed for {}", command.verb(), session.outlet(), e);
            reply = refused(
                    command, ErrorCode.INTERNAL_ERROR, "something went wrong on the server; it has been logged");
        }
        // Outside of all that: a fault in what the answer sets off must not lead to a second one.
        answer.accept(reply);
    }

    private static void guard(Verb verb, Session session) {
        if (verb.permission() == Permission.OPERATORS && !session.isOperator()) {
            throw new CommandException(ErrorCode.NOT_OPERATOR, verb + " is for operators; OPER makes you one");
        }
        if (session.isConsole() && NOT_ON_THE_CONSOLE.contains(verb)) {
            throw new CommandException(
                    ErrorCode.BAD_ARGUMENT, "the console is always server in #lobby; SHUTDOWN ends it");
        }
    }

    @SuppressWarnings("unchecked") // the table pairs each verb with the handler of its own command
    private Reply handle(Command command, Session session) {
        CommandHandler<?> handler = Objects.requireNonNull(handlers.get(command.verb()));
        return ((CommandHandler<Command>) handler).handle(command, session);
    }

    private static Reply refused(Command command, ErrorCode code, String message) {
        return new Reply.Refused(command.verb().name(), code, message);
    }
}

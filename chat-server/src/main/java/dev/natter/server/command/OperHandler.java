package dev.natter.server.command;

import dev.natter.protocol.command.Command.BecomeOperator;
import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes operators. Guessing is slow: a wrong password costs a second, and the third one the connection. */
record OperHandler(Chat chat, ServerControl server, OperatorPassword password) {

    private static final Logger LOG = LoggerFactory.getLogger(OperHandler.class);
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final int MAX_WRONG = 3;

    /**
     * Makes an operator of whoever knows the password.
     *
     * @param later gets the answer, if it has to wait
     * @return the answer, unless it has to wait
     * @throws CommandException if no password was given, or none could be right
     */
    Optional<Reply> handle(BecomeOperator command, Session session, Consumer<Reply> later) {
        if (!password.isConfigured()) {
            throw new CommandException(
                    ErrorCode.OPERATORS_DISABLED,
                    "nobody can become an operator here; the server's --operator-password-file sets the password");
        }
        if (command.password().isEmpty()) {
            throw new CommandException(ErrorCode.MISSING_ARGUMENT, "an argument is missing: " + Verb.OPER.syntax());
        }
        if (password.matches(command.password())) {
            session.becomeOperator();
            LOG.info("{} became an operator ({})", session.nick(), session.outlet());
            return Optional.of(new Reply.Done(Verb.OPER));
        }
        server.after(DELAY, () -> later.accept(refuse(session)));
        return Optional.empty();
    }

    private Reply refuse(Session session) {
        LOG.warn("{} gave a wrong operator password ({})", session.nick(), session.outlet());
        if (session.countWrongPassword() == MAX_WRONG) {
            chat.quit(session, null);
        }
        return new Reply.Refused(Verb.OPER.name(), ErrorCode.BAD_PASSWORD, "that is not the operator password");
    }
}

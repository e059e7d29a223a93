package dev.natter.server.command;

import dev.natter.protocol.command.Command.BecomeOperator;
import dev.natter.protocol.command.CommandException;
import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Reply;
import dev.natter.server.command.OperAttempts.Verdict;
import dev.natter.server.core.Chat;
import dev.natter.server.core.Session;
import dev.natter.server.password.Password;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes operators. Guessing is slow: a wrong password costs a second, and the third one the connection. */
record OperHandler(
        Chat chat, ServerControl server, @Nullable OperAttempts attempts) {

    private static final Logger LOG = LoggerFactory.getLogger(OperHandler.class);
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final int MAX_WRONG = 3;

    /** @param password null if nobody can become an operator */
    static OperHandler of(Chat chat, ServerControl server, @Nullable Password password) {
        return new OperHandler(chat, server, password == null ? null : new OperAttempts(server, password));
    }

    /**
     * Makes an operator of whoever knows the password.
     *
     * @param answer gets the answer, later
     * @throws CommandException if no password was given, or none could be right; then there is no other answer
     */
    void handle(BecomeOperator command, Session session, Consumer<Reply> answer) {
        if (attempts == null) {
            throw new CommandException(
                    ErrorCode.OPERATORS_DISABLED,
                    "nobody can become an operator here; the server's --operator-password-file sets the password");
        }
        if (command.password().isEmpty()) {
            throw new CommandException(ErrorCode.MISSING_ARGUMENT, "an argument is missing: " + Verb.OPER.syntax());
        }
        attempts.add(session, command.password(), verdict -> {
            if (verdict == Verdict.RIGHT) {
                answer.accept(admit(session));
            } else {
                server.after(DELAY, () -> answer.accept(refuse(session, verdict)));
            }
        });
    }

    private static Reply admit(Session session) {
        if (!session.isGone()) { // it may have been killed while the password was checked
            session.becomeOperator();
            LOG.info("{} became an operator ({})", session.nick(), session.outlet());
        }
        return new Reply.Done(Verb.OPER);
    }

    /** What was not checked counts too: the third bad-password ends the connection, whatever the first two were. */
    private Reply refuse(Session session, Verdict verdict) {
        boolean wrong = verdict == Verdict.WRONG;
        if (wrong) {
            LOG.warn("{} gave a wrong operator password ({})", session.nick(), session.outlet());
        }
        if (session.countWrongPassword() == MAX_WRONG) {
            chat.quit(session, null);
        }
        String message = wrong
                ? "that is not the operator password"
                : "the password could not be checked, since too many are being tried; try again later";
        return new Reply.Refused(Verb.OPER.name(), ErrorCode.BAD_PASSWORD, message);
    }
}

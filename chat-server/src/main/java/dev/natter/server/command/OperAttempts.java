package dev.natter.server.command;

import dev.natter.server.core.Session;
import dev.natter.server.password.Password;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords that wait to be checked, over all sessions: one is checked at a time, in the order in which they came, on a
 * thread that nobody else waits for. A session has one at most here, since its next line waits for the answer. Owner
 * thread only.
 */
final class OperAttempts {

    /** What became of an attempt. */
    enum Verdict {
        RIGHT,
        WRONG,
        /** Too many wait, the session has gone meanwhile, or the check failed. */
        UNCHECKED
    }

    private record Attempt(Session session, String password, Consumer<Verdict> verdict) {}

    /** So many that nobody takes all places: by default an address may have 256 connections. */
    static final int MAX_WAITING = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(OperAttempts.class);

    private final ServerControl server;
    private final Password password;
    private final Queue<Attempt> waiting = new ArrayDeque<>();
    private boolean checking;

    OperAttempts(ServerControl server, Password password) {
        this.server = server;
        this.password = password;
    }

    /** Has a password checked, when its turn has come. */
    void add(Session session, String attempt, Consumer<Verdict> verdict) {
        if (waiting.size() == MAX_WAITING) {
            dropThoseWhoAreGone();
        }
        if (waiting.size() == MAX_WAITING) {
            verdict.accept(Verdict.UNCHECKED);
        } else {
            waiting.add(new Attempt(session, attempt, verdict));
            checkNext();
        }
    }

    private void dropThoseWhoAreGone() {
        for (int i = waiting.size(); i > 0; i--) {
            Attempt attempt = waiting.remove();
            if (attempt.session().isGone()) {
                attempt.verdict().accept(Verdict.UNCHECKED);
            } else {
                waiting.add(attempt);
            }
        }
    }

    private void checkNext() {
        while (!checking && !waiting.isEmpty()) {
            Attempt next = waiting.remove();
            if (next.session().isGone()) {
                next.verdict().accept(Verdict.UNCHECKED);
            } else {
                checking = true;
                server.aside(() -> check(next.password()), verdict -> checked(next, verdict));
            }
        }
    }

    private Verdict check(String attempt) {
        try {
            return password.matches(attempt) ? Verdict.RIGHT : Verdict.WRONG;
        } catch (Throwable e) { // memory, too, may be short: whoever waits gets an answer all the same
            LOG.error("an operator password could not be checked", e);
            return Verdict.UNCHECKED;
        }
    }

    private void checked(Attempt attempt, Verdict verdict) {
        checking = false;
        try {
            attempt.verdict().accept(verdict);
        } finally {
            checkNext();
        }
    }
}

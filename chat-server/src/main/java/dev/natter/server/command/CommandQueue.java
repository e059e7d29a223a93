package dev.natter.server.command;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.Request;
import dev.natter.protocol.message.Reply;
import dev.natter.server.core.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * One session's lines, carried out one after the other: each gets its answer before the next begins. A line waits while
 * the answer before it does, while the session's outlet has no room for replies, and while the session itself has to
 * wait for somebody. Owner thread only.
 */
public final class CommandQueue {

    private final Dispatcher dispatcher;
    private final Session session;
    private final Clock clock;
    private final Runnable taken;

    private final Queue<Runnable> waiting = new ArrayDeque<>(0);
    private final Consumer<Reply> answer = this::answer;
    private boolean answerPending;
    private boolean resuming;

    /** @param taken called once for each request, when it no longer waits: it is carried out now, or never will be */
    public CommandQueue(Dispatcher dispatcher, Session session, Clock clock, Runnable taken) {
        this.dispatcher = dispatcher;
        this.session = session;
        this.clock = clock;
        this.taken = taken;
        session.onGoOn(this::resume);
    }

    public void add(Request request) {
        add(request, clock.instant());
    }

    /** Adds a request that came at a time: of those that come together, it need not be found out for each. */
    public void add(Request request, Instant now) {
        if (isOpen() && waiting.isEmpty()) {
            carryOut(request, now);
        } else {
            waiting.add(() -> carryOut(request, clock.instant()));
            resume();
        }
    }

    /** Adds something that is not a command, but has its place among them. */
    public void then(Runnable action) {
        waiting.add(action);
        resume();
    }

    /** Goes on with what waits, as far as possible. To be called when the outlet has room again. */
    public void resume() {
        if (resuming) {
            return; // an answer came at once: the loop below goes on by itself
        }
        resuming = true;
        try {
            while (isOpen() && !waiting.isEmpty()) {
                waiting.remove().run();
            }
        } finally {
            resuming = false;
        }
    }

    private boolean isOpen() {
        return !answerPending && !session.isWaiting() && session.outlet().hasRoom();
    }

    private void carryOut(Request request, Instant now) {
        taken.run();
        if (session.isGone()) {
            return;
        }
        session.touch(now);
        if (request instanceof Command command) {
            answerPending = true;
            dispatcher.dispatch(command, session, answer);
        } else if (request instanceof Request.Malformed malformed) {
            session.outlet().reply(new Reply.Refused(malformed.command(), malformed.code(), malformed.message()));
        }
    }

    private void answer(Reply reply) {
        try {
            session.outlet().reply(reply);
            session.replied();
        } finally {
            answerPending = false; // a fault ends this command, and not those behind it
        }
        resume();
    }
}

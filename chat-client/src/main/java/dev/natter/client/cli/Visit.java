package dev.natter.client.cli;

import dev.natter.client.ConnectionException;
import dev.natter.client.reconnect.ConnectionState;
import dev.natter.client.reconnect.Destination;
import dev.natter.client.reconnect.Manners;
import dev.natter.client.reconnect.ReconnectListener;
import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.client.reconnect.RefusedException;
import dev.natter.protocol.command.Command;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * One stay on a server, however often the connection is lost: connects, takes the name, enters the rooms, says what there is to
 * say or listens, and leaves.
 *
 * @param hint what to say besides where there is no such host; may be empty
 */
record Visit(Destination to, String hint, Surroundings surroundings, Persistence persistence) {

    /**
     * Says it all, and waits for the answers. Returns the exit code, having complained about what went wrong.
     *
     * @param hears whether what others say is missed while there is no connection
     */
    int speak(Speech speech, ReconnectListener heard, boolean hears, Output out) throws InterruptedException {
        Deliveries deliveries = new Deliveries(surroundings, speech.isNumbered());
        Deadline deadline = new Deadline(persistence.giveUpAfter(), speech.atEnd());
        Outages outages = new Outages(
                to.name(), hears, () -> !(speech.atEnd().isDone() && deliveries.areAnswered()), surroundings);
        ReconnectingClient client = open(heard, state -> {
            outages.onState(state);
            deliveries.tellUnknown();
            deadline.onState(state);
        });
        int opened = awaitOpen(client);
        if (opened != ExitCode.DONE) {
            return opened;
        }
        Thread interruption = new Thread(deliveries::tellStopped, "natter-interrupted");
        Runtime.getRuntime().addShutdownHook(interruption);
        try {
            return say(client, speech, deliveries, deadline, out);
        } finally {
            removeShutdownHook(interruption);
        }
    }

    private static void removeShutdownHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs already.
        }
    }

    private int say(ReconnectingClient client, Speech speech, Deliveries deliveries, Deadline deadline, Output out)
            throws InterruptedException {
        CompletableFuture<Void> said = speech.say(client, deliveries);
        awaitEnd(CompletableFuture.anyOf(said, client.ended(), out.broken(), deadline.passed()));
        boolean finished = speech.atEnd().isDone() && said.isDone();
        leave(client);
        if (out.broken().isDone()) {
            deliveries.tellStopped();
            return fail("cannot write to standard output");
        }
        if (said.isCompletedExceptionally()) {
            return fail("standard input cannot be read");
        }
        if (deadline.passed().isDone()) {
            surroundings.complain(
                    "given up after " + persistence.giveUpAfter().toSeconds() + " s without a connection");
        }
        if (speech.atEnd().isDone()) {
            awaitEnd(said); // all answers are there, or will never be
        }
        deliveries.tellUnsaid(speech.atEnd().isDone() && speech.isComplete());
        boolean lost = !finished && client.ended().isCompletedExceptionally();
        return lost || !deliveries.areAllAccepted() ? ExitCode.FAILED : ExitCode.DONE;
    }

    /** Listens until the connection ends for good, or nobody takes the output. Returns the exit code. */
    int listen(ReconnectListener heard, Output out) throws InterruptedException {
        Outages outages = new Outages(to.name(), true, () -> true, surroundings);
        ReconnectingClient client = open(heard, outages::onState);
        int opened = awaitOpen(client);
        if (opened != ExitCode.DONE) {
            return opened;
        }
        awaitEnd(CompletableFuture.anyOf(client.ended(), out.broken()));
        leave(client);
        return out.broken().isDone() ? fail("cannot write to standard output") : ExitCode.FAILED;
    }

    private ReconnectingClient open(ReconnectListener heard, Consumer<ConnectionState> states) {
        ReconnectListener listener = new ReconnectListener() {
            @Override
            public void onEvent(ReconnectingClient client, Event event) {
                heard.onEvent(client, event);
            }

            @Override
            public void onReply(ReconnectingClient client, Command command, Reply reply) {
                heard.onReply(client, command, reply);
            }

            @Override
            public void onState(ReconnectingClient client, ConnectionState state) {
                states.accept(state);
            }
        };
        // Nothing may be said or heard under another name or in another room than was asked for.
        return ReconnectingClient.open(to.endpoint(), to.presence(), Manners.STRICT, listener, persistence.backoff());
    }

    /** Returns {@link ExitCode#DONE}, or why there is no connection, having complained. */
    private int awaitOpen(ReconnectingClient client) throws InterruptedException {
        try {
            client.opened().get();
            return ExitCode.DONE;
        } catch (ExecutionException e) {
            awaitEnd(client.ended());
            if (e.getCause() instanceof ConnectionException why) {
                surroundings.complain(CannotConnect.sentence(to.name(), why, hint));
                return ExitCode.CANNOT_CONNECT;
            }
            if (e.getCause() instanceof RefusedException refused) {
                return fail(String.valueOf(refused.getMessage()));
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private int fail(String sentence) {
        surroundings.complain(sentence);
        return ExitCode.FAILED;
    }

    private static void leave(ReconnectingClient client) throws InterruptedException {
        client.close();
        awaitEnd(client.ended());
    }

    /** Waits until a future is done, well or not. */
    private static void awaitEnd(CompletableFuture<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            // That it has failed is for those to tell who look at the single futures.
        }
    }
}

package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.client.reconnect.ReconnectingClient;
import dev.natter.protocol.codec.Line;
import dev.natter.protocol.command.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What is to be said, line by line. */
final class Speech {

    private final InputStream in;
    private final Meaning meaning;
    private final boolean numbered;
    private final CompletableFuture<Void> atEnd = new CompletableFuture<>();
    private volatile boolean complete = true;

    private Speech(InputStream in, Meaning meaning, boolean numbered) {
        this.in = in;
        this.meaning = meaning;
        this.numbered = numbered;
    }

    /** From a file or a program. */
    static Speech piped(InputStream in, Meaning meaning) {
        return new Speech(in, meaning, true);
    }

    /** From the command's own arguments. */
    static Speech given(String text, Meaning meaning) {
        Speech speech = new Speech(new ByteArrayInputStream(text.getBytes(UTF_8)), meaning, false);
        speech.atEnd.complete(null);
        return speech;
    }

    /** Whether lines have numbers that mean something to the user. */
    boolean isNumbered() {
        return numbered;
    }

    /** Whether all of the input was taken, once it was said; any thread. */
    boolean isComplete() {
        return complete;
    }

    /** Done when nothing has to be waited for any more but answers: the input is at its end, or never had to be read. */
    CompletableFuture<Void> atEnd() {
        return atEnd;
    }

    /**
     * Says it on a thread of its own.
     *
     * @return done when all is answered, or never will be; fails if the input cannot be read
     */
    CompletableFuture<Void> say(ReconnectingClient client, Deliveries deliveries) {
        return CompletableFuture.runAsync(() -> sayAll(client, deliveries), task -> {
            Thread thread = new Thread(task, "natter-speech");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void sayAll(ReconnectingClient client, Deliveries deliveries) {
        CompletableFuture<Void> ended = client.ended();
        ReadAhead lines = ReadAhead.of(new InputLines(in), atEnd);
        try {
            for (ReadAhead.Numbered next = lines.next(); next != null; next = lines.next()) {
                deliveries.send(client, request(next.line()), next.number());
                if (ended.isDone()) {
                    complete = lines.isEmpty();
                    return;
                }
            }
            deliveries.awaitAnswers();
        } catch (IOException | InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    private Request request(Line line) {
        return line instanceof Line.Text text ? meaning.of(text.text()) : InputLines.unreadable(line);
    }
}

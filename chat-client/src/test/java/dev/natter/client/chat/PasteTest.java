package dev.natter.client.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.Command;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasteTest {

    private final List<Command> sent = new ArrayList<>();
    private final List<CompletableFuture<Reply>> replies = new ArrayList<>();

    @Test
    void aFewGoAheadOfTheirAnswers() {
        Paste paste = paste(20);
        paste.start();
        assertThat(sent).hasSize(8);
        answer(0);
        answer(1);
        assertThat(sent).hasSize(10);
        assertThat(paste.left()).isEqualTo(18);
        for (int i = 2; i < 20; i++) {
            assertThat(paste.isOver()).isFalse();
            answer(i);
        }
        assertThat(paste.isOver()).isTrue();
        assertThat(sent).containsExactlyElementsOf(lines(20));
    }

    @Test
    void whatHasNotGoneOutCanBeStopped() {
        Paste paste = paste(20);
        paste.start();
        assertThat(paste.stop()).isTrue();
        assertThat(paste.stop()).isFalse();
        assertThat(paste.notSent()).isEqualTo(12);
        for (int i = 0; i < 8; i++) {
            answer(i);
        }
        assertThat(sent).hasSize(8);
        assertThat(paste.isOver()).isTrue();
    }

    @Test
    void answersThatAreThereAtOnceAreNoHarm() {
        Paste paste = new Paste(
                lines(100_000),
                command -> {
                    sent.add(command);
                    return CompletableFuture.failedFuture(new IllegalStateException("no connection"));
                },
                () -> {});
        paste.start();
        assertThat(sent).hasSize(100_000);
        assertThat(paste.isOver()).isTrue();
    }

    private void answer(int number) {
        replies.get(number).complete(new Reply.Done(Verb.MSG));
    }

    private Paste paste(int lines) {
        return new Paste(
                lines(lines),
                command -> {
                    sent.add(command);
                    CompletableFuture<Reply> reply = new CompletableFuture<>();
                    replies.add(reply);
                    return reply;
                },
                () -> {});
    }

    private static List<Command> lines(int count) {
        return IntStream.range(0, count)
                .<Command>mapToObj(i -> new Command.Say("line " + i))
                .toList();
    }
}

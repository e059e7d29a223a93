package dev.natter.client.cli;

import dev.natter.client.chat.Chat;
import dev.natter.client.chat.Destinations;
import dev.natter.client.chat.InputLoop;
import dev.natter.client.chat.Keyboard;
import dev.natter.client.chat.Roster;
import dev.natter.client.chat.Screen;
import dev.natter.client.reconnect.Destination;
import dev.natter.client.terminal.ChatCompleter;
import dev.natter.client.terminal.HistoryFile;
import dev.natter.client.terminal.LineTerminal;
import dev.natter.client.terminal.PlainTerminal;
import dev.natter.client.terminal.TerminalScreen;
import dev.natter.client.view.ColouredView;
import dev.natter.client.view.Feed;
import dev.natter.client.view.PlainView;
import dev.natter.client.view.Theme;
import dev.natter.client.view.Timestamps;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code natter chat} on a terminal.
 *
 * @param to where to begin
 * @param hint what to say besides where there is no such host; may be empty
 * @param favourites names for completion; asked when they are needed
 * @param coloured whether colours are wanted
 */
record TerminalChat(
        Surroundings surroundings,
        Destination to,
        String hint,
        Destinations destinations,
        Supplier<List<String>> favourites,
        boolean coloured) {

    private static final String FIRST_TIME =
            "New here? What you type is said to the room. /help lists the commands, Tab completes, /quit leaves.";

    /** With a line editor. Returns the exit code. */
    int onATerminal() throws InterruptedException {
        HistoryFile history = HistoryFile.in(surroundings.environment());
        boolean firstTime = history != null && !history.exists();
        Roster roster = new Roster();
        LineTerminal terminal;
        try {
            terminal = LineTerminal.open(make(history), new ChatCompleter(roster, favourites));
        } catch (IOException e) {
            surroundings.complain("this terminal has no line editor (" + e.getMessage() + "); going on without");
            return plainly();
        }
        try (terminal) {
            Timestamps timestamps = new Timestamps(ZoneId.systemDefault(), true);
            Theme theme = coloured ? Theme.coloured(terminal.colours()) : Theme.monochrome();
            Feed feed = new Feed(new ColouredView(theme, timestamps), terminal);
            Screen screen = new TerminalScreen(terminal, feed, timestamps);
            return sit(new Chat(screen, roster, destinations, Clock.systemUTC()), terminal, feed, firstTime);
        } catch (IOException e) {
            return ExitCode.DONE; // the terminal is gone, and whoever sat at it
        }
    }

    private @Nullable Path make(@Nullable HistoryFile history) {
        try {
            return history == null ? null : history.make();
        } catch (IOException e) {
            surroundings.complain("what is typed will not be remembered: " + e.getMessage());
            return null;
        }
    }

    /** Line by line, without a sign that only the eye can make use of. Returns the exit code. */
    int plainly() throws InterruptedException {
        PlainTerminal terminal = new PlainTerminal(surroundings.out(), surroundings.terminalOut());
        Timestamps timestamps = new Timestamps(ZoneId.systemDefault(), false);
        Feed feed = new Feed(new PlainView(timestamps), terminal);
        Screen screen = PlainTerminal.screen(feed, timestamps);
        Chat chat = new Chat(screen, new Roster(), destinations, Clock.systemUTC());
        Keyboard keyboard = new TypedLines(new InputLines(surroundings.in()));
        CompletableFuture<Integer> sitting = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return sit(chat, keyboard, feed, false);
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> {
                    Thread thread = new Thread(task, "natter-input");
                    thread.setDaemon(true);
                    thread.start();
                });
        try {
            CompletableFuture.anyOf(sitting, terminal.broken()).get();
            if (!terminal.broken().isDone()) {
                return sitting.get();
            }
            chat.leave();
            surroundings.complain("cannot write to standard output");
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof IOException)) {
                throw new IllegalStateException(e.getCause());
            }
            surroundings.complain("standard input cannot be read");
        }
        return ExitCode.FAILED;
    }

    private int sit(Chat chat, Keyboard keyboard, Feed feed, boolean firstTime)
            throws IOException, InterruptedException {
        try (feed) {
            chat.open(to).get();
            if (firstTime) {
                chat.remark(FIRST_TIME);
            }
            new InputLoop(chat, keyboard).run();
            return ExitCode.DONE;
        } catch (ExecutionException e) {
            surroundings.complain(CannotConnect.sentence(to.name(), Objects.requireNonNull(e.getCause()), hint));
            return ExitCode.CANNOT_CONNECT;
        }
    }
}

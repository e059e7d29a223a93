package dev.natter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The program in a tmux, as the child of a shell that stays when it has ended: a terminal that nobody has open any more
 * loses what was written last, and hangs up on whoever is just about to end. Belongs to one thread at a time.
 */
final class TerminalProgram implements AutoCloseable {
    /**
     * Tells how the program has ended behind all that it has written ({@link RawOutput}), and waits to be killed. What the
     * keyboard sends is for the program alone. The shell's own remarks (Killed, Terminated) are not for the screen.
     */
    private static final String SHELL = "exec 3>&2 2>/dev/null; trap : INT QUIT TSTP; (exec \"$@\") 2>&3 3>&-; "
            + "printf '" + RawOutput.ENDED_BY_SHELL + "' \"$?\"; exec sleep 999999999";

    private final Tmux tmux;
    private final ProcessHandle shell;
    private final ProcessHandle server;

    TerminalProgram(Tmux tmux) {
        this.tmux = tmux;
        shell = process("#{pane_pid}");
        server = process("#{pid}");
    }

    /** What a tmux has to run for it. */
    static List<String> commandLine(List<String> program) {
        List<String> words = new ArrayList<>(List.of("sh", "-c", SHELL, "sh"));
        words.addAll(program);
        return words;
    }

    /** How it has ended, if it has: as in a shell 128 and the signal where that has ended it. */
    Optional<Integer> exitCode() {
        return tmux.outputSoFar().exitCode();
    }

    /**
     * Sends it a signal, and returns when that is done.
     *
     * @param name such as {@code TERM}
     */
    void signal(String name) {
        ProcessHandle program = shell.children().findFirst().orElseThrow();
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(program.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Kills it with its children, and its terminal. When this returns it is gone, and writes into no folder any more.
     */
    @Override
    public void close() {
        try {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            Patience.WITH_PROGRAMS.await("the program to be gone", this::isGone, () -> "it is not");
        } finally {
            shell.destroyForcibly();
            server.destroyForcibly();
            tmux.close();
        }
    }

    private boolean isGone() {
        try {
            return exitCode().isPresent();
        } catch (AssertionError e) {
            return true; // a tmux that has ended has taken the terminal with it
        }
    }

    private ProcessHandle process(String format) {
        return ProcessHandle.of(Long.parseLong(tmux.tells(format))).orElseThrow();
    }
}

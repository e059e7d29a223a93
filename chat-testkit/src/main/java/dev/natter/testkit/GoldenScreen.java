package dev.natter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How a screen has to look, kept as text in {@code src/test/resources/screens} of the module that is tested. Times stand in
 * it as {@code HH:MM} and ports as {@code PORT}; blanks at the end of a line and empty lines at the end do not count.
 *
 * <p>With {@code -Dnatter.screens=write} it is written as it looks, once that does not change any more, to be read by
 * whoever commits it.
 */
final class GoldenScreen {
    static final String PROPERTY = "natter.screens";
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", ""), "src", "test", "resources", "screens");

    private static final Pattern PORT = Pattern.compile("(?<=127\\.0\\.0\\.1:|\\[::1]:|localhost:)\\d+");
    private static final Pattern SECONDS = Pattern.compile("\\b\\d\\d:\\d\\d:\\d\\d\\b");
    private static final Pattern MINUTES = Pattern.compile("\\b\\d\\d:\\d\\d\\b");

    /** Half a second. */
    private static final int LOOKS_WITHOUT_CHANGE = 25;

    private final Path file;

    private GoldenScreen(Path file) {
        this.file = file;
    }

    /** @param name of a file there, without {@code .txt} */
    static GoldenScreen of(String name) {
        return new GoldenScreen(FOLDER.resolve(name + ".txt"));
    }

    /**
     * Waits for the screen to look so.
     *
     * @throws AssertionError if it does not in time, with the lines that differ
     */
    void awaits(TerminalUnderTest terminal) {
        if ("write".equals(System.getProperty(PROPERTY))) {
            terminal.eventually("a screen that does not change", new Unchanging());
            write(normalised(terminal.screen()));
            return;
        }
        List<String> expected = read();
        try {
            terminal.eventually(
                    "what " + file + " shows", screen -> normalised(screen).equals(expected));
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\n- expected, + shown:\n" + difference(expected, normalised(terminal.screen())),
                    e);
        }
    }

    static List<String> normalised(List<String> screen) {
        List<String> lines = new ArrayList<>();
        for (String line : screen) {
            String withoutPort = PORT.matcher(line).replaceAll("PORT");
            String withoutSeconds = SECONDS.matcher(withoutPort).replaceAll("HH:MM:SS");
            lines.add(MINUTES.matcher(withoutSeconds).replaceAll("HH:MM"));
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** Line by line, as a screen has the same lines in the same places or is another one. */
    static String difference(List<String> expected, List<String> shown) {
        StringBuilder difference = new StringBuilder();
        for (int i = 0; i < Math.max(expected.size(), shown.size()); i++) {
            String before = i < expected.size() ? expected.get(i) : "";
            String now = i < shown.size() ? shown.get(i) : "";
            if (before.equals(now)) {
                difference.append("  ").append(now).append('\n');
            } else {
                difference.append("- ").append(before).append('\n');
                difference.append("+ ").append(now).append('\n');
            }
        }
        return difference.toString();
    }

    private List<String> read() {
        if (!Files.exists(file)) {
            throw new AssertionError("there is no " + file + "; -D" + PROPERTY + "=write writes it");
        }
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> screen) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Unchanging implements Predicate<List<String>> {
        private List<String> last = List.of();
        private int looks;

        @Override
        public boolean test(List<String> screen) {
            looks = screen.equals(last) ? looks + 1 : 0;
            last = screen;
            return looks == LOOKS_WITHOUT_CHANGE;
        }
    }
}

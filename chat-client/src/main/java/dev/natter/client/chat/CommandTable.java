package dev.natter.client.chat;

import dev.natter.protocol.command.Verb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that can be typed behind a slash: what a server does, as {@link Verb} has it, and what this program does itself. */
public final class CommandTable {

    /** FORMAT is this program's own business: it needs JSON. */
    private static final Set<Verb> NOT_TYPED = EnumSet.of(Verb.FORMAT);

    /** What the same thing is called elsewhere. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("part", "leave"),
            Map.entry("names", "who"),
            Map.entry("list", "rooms"),
            Map.entry("query", "tell"),
            Map.entry("whisper", "tell"),
            Map.entry("me", "msg"),
            Map.entry("kick", "kill"),
            Map.entry("disconnect", "quit"),
            Map.entry("say", "msg"),
            Map.entry("exit", "quit"),
            Map.entry("bye", "quit"),
            Map.entry("server", "connect"),
            Map.entry("reconnect", "connect"),
            Map.entry("unignore", "ignore"),
            Map.entry("users", "who"),
            Map.entry("?", "help"));

    /** Of letters that differ, to be taken for a slip. */
    private static final int SLIP = 2;

    private CommandTable() {}

    /**
     * A command as it is typed.
     *
     * @param word without the slash, such as {@code timestamps}
     * @param syntax with the slash, such as {@code /timestamps on|off}
     */
    public record Row(String word, String syntax, String help) {}

    /** In the order in which a help shows them. */
    public static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Verb verb : Verb.values()) {
            if (!NOT_TYPED.contains(verb)) {
                String word = verb.name().toLowerCase(Locale.ROOT);
                rows.add(new Row(word, "/" + word + verb.syntax().substring(word.length()), verb.help()));
            }
        }
        for (LocalCommand command : LocalCommand.values()) {
            rows.add(new Row(command.name().toLowerCase(Locale.ROOT), "/" + command.syntax(), command.help()));
        }
        return rows;
    }

    /** The command that a word is, in capitals or not. */
    public static Optional<Row> find(String word) {
        return rows().stream().filter(row -> row.word().equalsIgnoreCase(word)).findFirst();
    }

    /** The command that may have been meant by a word that is none. */
    public static Optional<Row> nearest(String word) {
        String typed = word.toLowerCase(Locale.ROOT);
        String known = ELSEWHERE.get(typed);
        if (known != null) {
            return find(known);
        }
        List<Row> begun = rows().stream()
                .filter(row -> !typed.isEmpty() && row.word().startsWith(typed))
                .toList();
        if (begun.size() == 1) {
            return Optional.of(begun.get(0));
        }
        return rows().stream()
                .min(Comparator.comparingInt(row -> distance(typed, row.word())))
                .filter(row -> distance(typed, row.word()) <= Math.min(SLIP, typed.length() / 2));
    }

    /** How many letters to change, put in, leave out or swap with the next make one word of another (Damerau). */
    private static int distance(String a, String b) {
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        Arrays.setAll(steps[0], j -> j);
        for (int i = 1; i <= a.length(); i++) {
            steps[i][0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                steps[i][j] = Math.min(change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[a.length()][b.length()];
    }
}

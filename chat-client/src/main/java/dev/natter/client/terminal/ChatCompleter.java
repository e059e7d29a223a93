package dev.natter.client.terminal;

import dev.natter.client.chat.CommandTable;
import dev.natter.client.chat.Roster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** What Tab completes: commands, who is there, rooms, and what a command takes. */
public final class ChatCompleter implements Completer {

    /** With a server that is far away; nobody waits longer for a Tab. */
    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final Roster roster;
    private final Supplier<List<String>> favourites;

    /**
     * Completes from what is known by then.
     *
     * @param favourites names of servers
     */
    public ChatCompleter(Roster roster, Supplier<List<String>> favourites) {
        this.roster = roster;
        this.favourites = favourites;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        boolean first = line.wordIndex() == 0;
        if (first && word.startsWith("/")) {
            commands("/", word, candidates);
        } else if (first && !word.startsWith("#")) {
            // Whoever is spoken to is named first.
            names(nicks(), ":", word, candidates);
        } else if (!first && line.words().get(0).startsWith("/")) {
            arguments(line.words().get(0).substring(1).toLowerCase(Locale.ROOT), line.wordIndex(), word, candidates);
        } else {
            names(word.startsWith("#") ? rooms() : nicks(), "", word, candidates);
        }
    }

    private void arguments(String command, int index, String word, List<Candidate> candidates) {
        if (index > 1) {
            // What is said.
            if (command.equals("tell") || command.equals("msg") || command.equals("kill") || command.equals("quit")) {
                names(word.startsWith("#") ? rooms() : nicks(), "", word, candidates);
            }
            return;
        }
        switch (command) {
            case "tell", "msg" -> names(word.startsWith("#") ? rooms() : nicks(), "", word, candidates);
            case "whois", "kill", "ignore" -> names(nicks(), "", word, candidates);
            case "join", "leave", "who" -> names(rooms(), "", word, candidates);
            case "bell" -> names(List.of("off", "private", "mention", "all"), "", word, candidates);
            case "echo", "timestamps" -> names(List.of("on", "off"), "", word, candidates);
            case "connect" -> names(favourites.get(), "", word, candidates);
            case "help" -> commands("", word, candidates);
            default -> {}
        }
    }

    private List<String> nicks() {
        return roster.nicks().stream().map(Object::toString).toList();
    }

    private List<String> rooms() {
        try {
            roster.refresh().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // What is known has to do.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return roster.rooms().stream().map(Object::toString).toList();
    }

    private static void commands(String before, String word, List<Candidate> candidates) {
        CommandTable.rows().stream()
                .filter(row -> begins(before + row.word(), word))
                .forEach(row -> candidates.add(
                        new Candidate(before + row.word(), before + row.word(), null, row.help(), null, null, true)));
    }

    /** In their order, which tells whom one probably means. */
    private static void names(List<String> names, String behind, String word, List<Candidate> candidates) {
        List<String> fitting = new ArrayList<>(names);
        fitting.removeIf(name -> !begins(name, word));
        for (int i = 0; i < fitting.size(); i++) {
            candidates.add(new Candidate(fitting.get(i) + behind, fitting.get(i), null, null, null, null, true, i));
        }
    }

    private static boolean begins(String name, String word) {
        return name.regionMatches(true, 0, word, 0, word.length());
    }
}

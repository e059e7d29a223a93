package dev.natter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where one transcript is played: a server, people, the console, a folder for files.
 *
 * <p>It keeps the order of what is said by several people. Lines on different connections overtake each other, so
 * before anybody acts, everyone else who has said something is first let to settle: a PING with a token of its own, and
 * reading up to its answer. Whoever only listens lets nobody settle; they wait for the line itself.
 */
final class Stage implements AutoCloseable {
    private static final Pattern PATH = Pattern.compile("\\$\\{([^}]*)}");

    private final ServerFactory factory;
    private final Path folder;
    private final Duration patience;
    private final List<String> options = new ArrayList<>();
    private final Map<String, Telnet> people = new LinkedHashMap<>();
    private final Set<String> excused = new HashSet<>();
    private @Nullable ServerUnderTest server;
    private @Nullable Dialogue console;
    private boolean serverIsDown;

    Stage(ServerFactory factory, Path folder, Duration patience) {
        this.factory = factory;
        this.folder = folder;
        this.patience = patience;
    }

    void writeFile(String name, String escaped) throws IOException {
        // A path with a backslash in it must not become an escape.
        String text = withPaths(escaped, path -> path.toString().replace("\\", "\\\\"));
        Files.write(folder.resolve(name), Escapes.bytes(text));
    }

    void addOptions(List<String> words) {
        words.forEach(word -> options.add(withPaths(word, Path::toString)));
    }

    private interface PathStyle {
        String show(Path path);
    }

    private String withPaths(String text, PathStyle style) {
        return PATH.matcher(text)
                .replaceAll(path -> Matcher.quoteReplacement(style.show(folder.resolve(path.group(1)))));
    }

    /** Someone comes, after everyone else has settled. */
    Telnet connect(String who, Route route) throws Exception {
        settleAllBut(who);
        SocketAddress address = address(route);
        ClientTls tls = route == Route.ADMIN_SOCKET ? null : server().tls().orElse(null);
        Telnet telnet = Telnet.connect(who, address, patience, tls);
        people.put(who, telnet);
        return telnet;
    }

    private SocketAddress address(Route route) throws Exception {
        return switch (route) {
            case ANY_TCP -> server().addresses().get(0);
            case IPV4 -> server().address(StandardProtocolFamily.INET);
            case IPV6 -> server().address(StandardProtocolFamily.INET6);
            case ADMIN_SOCKET -> {
                server();
                yield UnixDomainSocketAddress.of(folder.resolve("admin"));
            }
        };
    }

    /** Who is about to act: everyone else has settled. */
    Dialogue actor(String who) {
        settleAllBut(who);
        return listener(who);
    }

    Telnet actingPerson(String who) {
        settleAllBut(who);
        return person(who);
    }

    /** Who is about to hear something. */
    Dialogue listener(String who) {
        return who.equals(Step.CONSOLE) ? console() : person(who).dialogue();
    }

    /** Someone is gone. The name may be used again. */
    void leave(String who) {
        person(who).close();
        people.remove(who);
        excused.remove(who);
    }

    /** What someone has not heard at the end does not matter. */
    void excuse(String who) {
        listener(who);
        excused.add(who);
    }

    void stopServer(@Nullable String reason) throws Exception {
        settleAllBut("");
        server().stop(reason);
        serverIsDown = true;
    }

    void awaitServerStop() throws Exception {
        if (!server().awaitStop(patience)) {
            throw new AssertionError(
                    "expected the server to have stopped; it still runs after " + patience.toMillis() + " ms");
        }
        serverIsDown = true;
    }

    void restartServer() throws Exception {
        server().restart();
        serverIsDown = false;
        console = null;
    }

    /** The end: nobody has heard anything that the transcript does not tell of. */
    void everybodyIsQuiet() throws Exception {
        server();
        settleAllBut("");
        for (Map.Entry<String, Telnet> person : people.entrySet()) {
            if (!excused.contains(person.getKey())) {
                isQuiet(person.getValue().dialogue());
            }
        }
        if (console != null && !excused.contains(Step.CONSOLE)) {
            if (serverIsDown) {
                console.hasNothingUnread();
            } else {
                console.isQuiet();
            }
        }
    }

    private static void isQuiet(Dialogue person) {
        if (person.hasHungUp()) {
            person.isDisconnected();
        } else if (person.hasUnfinishedLine()) {
            person.hasNothingUnread();
        } else {
            person.isQuiet();
        }
    }

    @Override
    public void close() {
        for (Telnet person : people.values()) {
            try {
                person.close();
            } catch (UncheckedIOException e) {
                // The play is over, and the server has to be closed whatever became of the people.
            }
        }
        if (server != null) {
            server.close();
        }
    }

    private void settleAllBut(String who) {
        people.forEach((name, person) -> {
            if (!name.equals(who)) {
                person.settles();
            }
        });
        if (console != null && !serverIsDown && !who.equals(Step.CONSOLE)) {
            console.settles();
        }
    }

    /** Started when the first one needs it, as files and options come before. */
    private ServerUnderTest server() throws Exception {
        if (server == null) {
            server = factory.start(List.copyOf(options), folder);
        }
        return server;
    }

    private Telnet person(String who) {
        Telnet person = people.get(who);
        if (person == null) {
            throw new IllegalStateException(who + " is not connected");
        }
        return person;
    }

    private Dialogue console() {
        if (console == null) {
            console = startedServer()
                    .console()
                    .orElseThrow(() -> new AssertionError("the server was started with --console, and has none"))
                    .dialogue(patience);
        }
        return console;
    }

    private ServerUnderTest startedServer() {
        try {
            return server();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("the server cannot be started: " + e, e);
        }
    }
}

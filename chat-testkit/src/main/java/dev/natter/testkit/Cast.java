package dev.natter.testkit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who and what is there at a line of a transcript. A transcript that lets somebody speak who never came is wrong before
 * anything is played, and is told so by an {@link IllegalArgumentException}.
 */
final class Cast {
    /** The name for the path of the admin socket, which is no file that a transcript writes. */
    private static final String ADMIN = "admin";

    private static final Pattern PATH = Pattern.compile("\\$\\{([^}]*)}");

    private final Set<String> connected = new HashSet<>();
    private final Set<String> hungUp = new HashSet<>();
    private final Set<String> files = new HashSet<>(Set.of(ADMIN));
    private boolean hasPlayStarted;
    private boolean hasConsole;
    private boolean hasAdminSocket;

    void fileIsWritten(String name) {
        files.add(name);
    }

    /** Each <code>${name}</code> must be a file of the lines above, or the admin socket. */
    void knowsPathsOf(String text) {
        Matcher matcher = PATH.matcher(text);
        while (matcher.find()) {
            if (!files.contains(matcher.group(1))) {
                throw new IllegalArgumentException(
                        matcher.group() + " is neither ${admin} nor a file of the lines above");
            }
        }
    }

    void serverGets(List<String> options) {
        if (hasPlayStarted) {
            throw new IllegalArgumentException("options of the server come before anybody connects, types or stops it");
        }
        options.forEach(this::knowsPathsOf);
        hasConsole |= options.contains("--console");
        hasAdminSocket |= options.contains("--admin-socket");
    }

    void playStarts() {
        hasPlayStarted = true;
    }

    void comes(String who, Route route) {
        playStarts();
        isPerson(who);
        if (route == Route.ADMIN_SOCKET && !hasAdminSocket) {
            throw new IllegalArgumentException("the admin socket needs: server --admin-socket ${admin}");
        }
        if (!connected.add(who)) {
            throw new IllegalArgumentException(who + " is connected already");
        }
    }

    void listens(String who) {
        playStarts();
        if (who.equals(Step.CONSOLE)) {
            if (!hasConsole) {
                throw new IllegalArgumentException("the console needs: server --console");
            }
        } else if (!connected.contains(who)) {
            throw new IllegalArgumentException(who + " is not connected");
        }
    }

    void speaks(String who) {
        listens(who);
        if (hungUp.contains(who)) {
            throw new IllegalArgumentException(who + " has hung up, and can only listen");
        }
    }

    void hangsUp(String who) {
        isPerson(who);
        speaks(who);
        hungUp.add(who);
    }

    void goes(String who) {
        isPerson(who);
        listens(who);
        connected.remove(who);
        hungUp.remove(who);
    }

    /** The console only types, reads, and is quiet. */
    void isPerson(String who) {
        if (who.equals(Step.CONSOLE)) {
            throw new IllegalArgumentException("the console neither comes nor goes, and has no bytes of its own");
        }
    }
}

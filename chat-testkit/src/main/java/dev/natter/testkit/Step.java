package dev.natter.testkit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a transcript says: all its vocabulary on one page. A step says what happens, in the words of the
 * {@link Stage}, which knows how. (A method in each record instead of a switch over them, so that none can be
 * forgotten.)
 *
 * <p>{@code who} is a person's name, or {@value #CONSOLE}. Escaped texts are kept as they were written; the reader has
 * checked that they are right.
 */
sealed interface Step {
    /** The one name that nobody can have. */
    String CONSOLE = "console";

    void playOn(Stage stage) throws Exception;

    /** {@code file secret: hunter2} */
    record FileHolds(String name, String escaped) implements Step {
        @Override
        public void playOn(Stage stage) throws Exception {
            stage.writeFile(name, escaped);
        }
    }

    /** {@code server --max-rooms 2} */
    record ServerOptions(List<String> words) implements Step {
        public ServerOptions {
            words = List.copyOf(words);
        }

        @Override
        public void playOn(Stage stage) {
            stage.addOptions(words);
        }
    }

    /** {@code server stops} */
    record ServerStops(@Nullable String reason) implements Step {
        @Override
        public void playOn(Stage stage) throws Exception {
            stage.stopServer(reason);
        }
    }

    /** {@code server has stopped} */
    record ServerHasStopped() implements Step {
        @Override
        public void playOn(Stage stage) throws Exception {
            stage.awaitServerStop();
        }
    }

    /** {@code server starts again} */
    record ServerStartsAgain() implements Step {
        @Override
        public void playOn(Stage stage) throws Exception {
            stage.restartServer();
        }
    }

    /** {@code alice opens} */
    record Opens(String who, Route route) implements Step {
        @Override
        public void playOn(Stage stage) throws Exception {
            stage.connect(who, route);
        }
    }

    /** {@code alice connects as alice in JSON} */
    record Connects(String who, Route route, @Nullable String nick, boolean inJson) implements Step {
        @Override
        public void playOn(Stage stage) throws Exception {
            Telnet telnet = stage.connect(who, route);
            if (inJson) {
                telnet.takesJsonWelcome();
            } else {
                telnet.takesWelcome();
            }
            if (nick != null) {
                telnet.takesNick(nick);
            }
        }
    }

    /** {@code alice > MSG hello}, and {@code alice >> MSG hel} without the line's end */
    record Sends(String who, String escaped, boolean wholeLine) implements Step {
        byte[] bytes() {
            byte[] bytes = Escapes.bytes(escaped);
            if (!wholeLine) {
                return bytes;
            }
            byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
            line[bytes.length] = '\n';
            return line;
        }

        @Override
        public void playOn(Stage stage) {
            stage.actor(who).sendsBytes(bytes());
        }
    }

    /** {@code alice < [bob] hello} */
    record Hears(String who, Expectation line) implements Step {
        @Override
        public void playOn(Stage stage) {
            stage.listener(who).hears(line);
        }
    }

    /** {@code alice hears bytes \xFF\xFC\x06} */
    record HearsBytes(String who, String escaped) implements Step {
        @Override
        public void playOn(Stage stage) {
            stage.listener(who).hearsTelnet(Escapes.bytes(escaped));
        }
    }

    /** {@code alice is quiet} */
    record IsQuiet(String who) implements Step {
        @Override
        public void playOn(Stage stage) {
            stage.actor(who).isQuiet();
        }
    }

    /** {@code alice hangs up} */
    record HangsUp(String who) implements Step {
        @Override
        public void playOn(Stage stage) {
            stage.actingPerson(who).hangUp();
        }
    }

    /** {@code alice closes} */
    record Closes(String who) implements Step {
        @Override
        public void playOn(Stage stage) {
            stage.actingPerson(who).close();
            stage.leave(who);
        }
    }

    /** {@code alice vanishes} */
    record Vanishes(String who) implements Step {
        @Override
        public void playOn(Stage stage) {
            stage.actingPerson(who).vanish();
            stage.leave(who);
        }
    }

    /** {@code alice is disconnected} */
    record IsDisconnected(String who) implements Step {
        @Override
        public void playOn(Stage stage) {
            stage.listener(who).isDisconnected();
            stage.leave(who);
        }
    }

    /** {@code alice may have heard more} */
    record MayHaveHeardMore(String who) implements Step {
        @Override
        public void playOn(Stage stage) {
            stage.excuse(who);
        }
    }
}

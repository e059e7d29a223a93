package dev.natter.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each package must not know, so that a new edge or format adds a package and changes nothing in the middle. */
final class LayersTest {

    private static final String NETTY = "io/netty/";
    private static final String SERVER = "dev/natter/server/";
    private static final String FORMATS = "dev/natter/protocol/format/";
    private static final String CODEC = "dev/natter/protocol/codec/";

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("core", NETTY, FORMATS, CODEC, SERVER + "(command|config|console|net)/", SERVER + "[A-Z]"),
                rule("command", NETTY, FORMATS, CODEC, SERVER + "(config|console|net)/", SERVER + "[A-Z]"),
                rule("console", NETTY, CODEC, SERVER + "(config|net)/"),
                // Whoever makes a logger before the settings are read makes it without those of the log.
                rule("config", NETTY, "org/slf4j/", SERVER + "(command|console|core|net)/"),
                rule("net/fanout", CODEC, SERVER + "(command|config|console)/", SERVER + "net/[A-Z]"));
    }

    private static Arguments rule(String folder, String... forbidden) {
        return Arguments.of(folder, List.of(forbidden));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noClassMentionsWhatItMustNotKnow(String folder, List<String> forbidden) throws Exception {
        Pattern pattern = Pattern.compile(String.join("|", forbidden));
        for (Path file : classFilesIn(folder)) {
            // The names of all classes that a class uses stand in its constant pool as they are.
            String mentioned = Files.readString(file, ISO_8859_1);
            assertThat(pattern.matcher(mentioned).results().map(match -> match.group()))
                    .as("in %s", file.getFileName())
                    .isEmpty();
        }
    }

    private static List<Path> classFilesIn(String folder) throws IOException, URISyntaxException {
        Path classes = Path.of(ChatServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.list(classes.resolve(SERVER + folder))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(found).hasSizeGreaterThan(2);
            return found;
        }
    }
}

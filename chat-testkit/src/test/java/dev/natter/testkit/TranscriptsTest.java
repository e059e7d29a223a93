package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranscriptsTest {
    private static final String GOOD = "# It works.\nalice connects as alice\nalice > WHO\nalice < *: alice\n";
    private static final String BAD = "# It does not.\nalice connects\nalice says hello\n";

    @TempDir
    private Path folder;

    @Test
    void areFoundInFolders() throws Exception {
        Path root = Files.createDirectories(folder.resolve("a b"));
        write(root, "nick/in-use.txt", GOOD);
        write(root, "nick/too-long.txt", GOOD);
        write(root, "hello/world.txt", GOOD);
        write(root, "hello/README.md", "no transcript");
        check(root.toUri().toURL());
    }

    @Test
    void areFoundInJars() throws Exception {
        Path jar = folder.resolve("the kit.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry("transcripts/"));
            for (String name : List.of("nick/in-use.txt", "nick/too-long.txt", "hello/world.txt", "hello/README.md")) {
                out.putNextEntry(new ZipEntry("transcripts/" + name));
                out.write(GOOD.getBytes(StandardCharsets.UTF_8));
            }
        }
        check(jar.toUri().toURL());
    }

    private static void check(URL root) throws IOException {
        Transcripts transcripts = at(root);
        assertThat(transcripts.topics()).containsExactly("hello", "nick");
        assertThat(transcripts.verbs()).containsExactly("WHO");
        List<DynamicNode> nodes = transcripts.tests(FakeServer::new).toList();
        assertThat(nodes).extracting(DynamicNode::getDisplayName).containsExactly("hello", "nick");
        List<DynamicTest> nick = testsOf(nodes.get(1));
        assertThat(nick).extracting(DynamicNode::getDisplayName).containsExactly("in-use", "too-long");
        assertThat(nick.get(0).getTestSourceUri()).hasToString("Optional[classpath:/transcripts/nick/in-use.txt]");
    }

    @Test
    void areTests() throws Throwable {
        write(folder, "a/good.txt", GOOD);
        write(folder, "b/bad.txt", BAD);
        List<DynamicNode> topics =
                at(folder.toUri().toURL()).tests(FakeServer::new).toList();
        testsOf(topics.get(0)).get(0).getExecutable().execute();
        assertThatExceptionOfType(TranscriptSyntaxException.class)
                .isThrownBy(testsOf(topics.get(1)).get(0).getExecutable()::execute)
                .withMessageStartingWith("transcripts/b/bad.txt:3: ");
    }

    @Test
    void thereIsAtLeastOne() {
        assertThatIllegalStateException().isThrownBy(() -> at(folder.toUri().toURL()));
    }

    private static Transcripts at(URL root) throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root}, null)) {
            return Transcripts.of(loader);
        }
    }

    private static List<DynamicTest> testsOf(DynamicNode topic) {
        return ((DynamicContainer) topic)
                .getChildren()
                .map(DynamicTest.class::cast)
                .toList();
    }

    private static void write(Path root, String name, String content) throws IOException {
        Path file = root.resolve("transcripts").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}

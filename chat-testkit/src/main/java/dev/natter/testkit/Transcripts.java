package dev.natter.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * All transcripts below the folder {@code transcripts} of the class path, in folders and in jars: {@code
 * transcripts/<topic>/<what-is-true>.txt}. A topic is a folder, a test a file:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> transcripts() {
 *     return Transcripts.onClassPath().tests(RemoteServer.orElse(this::startInProcess));
 * }
 * }</pre>
 *
 * <p>{@code -Dnatter.transcripts=nick/} plays only those whose path has this in it.
 */
public final class Transcripts {
    /** The system property that picks some of them: {@value}. */
    public static final String PROPERTY = "natter.transcripts";

    private static final String FOLDER = "transcripts";
    private static final String ENDING = ".txt";

    /** By their path below the class path's root, in its order. */
    private final SortedMap<String, String> contents;

    private Transcripts(SortedMap<String, String> contents) {
        this.contents = contents;
    }

    /**
     * Finds them.
     *
     * @throws IllegalStateException where there is none at all, which would be a test that tests nothing
     */
    public static Transcripts onClassPath() {
        return of(Transcripts.class.getClassLoader());
    }

    static Transcripts of(ClassLoader loader) {
        SortedMap<String, String> contents = new TreeMap<>();
        try {
            for (URL root : Collections.list(loader.getResources(FOLDER))) {
                addAll(root.toURI(), contents);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        if (contents.isEmpty()) {
            throw new IllegalStateException("there is no " + FOLDER + "/*/*" + ENDING + " on the class path");
        }
        return new Transcripts(contents);
    }

    private static void addAll(URI root, Map<String, String> contents) throws IOException {
        if (root.getScheme().equals("jar")) {
            // A second file system on the same jar would be refused by URI, but not by path.
            URI jar = URI.create(root.getRawSchemeSpecificPart().replaceFirst("!.*", ""));
            try (FileSystem files = FileSystems.newFileSystem(Path.of(jar))) {
                addAll(files.getPath(FOLDER), contents);
            }
        } else {
            addAll(Path.of(root), contents);
        }
    }

    private static void addAll(Path folder, Map<String, String> contents) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        for (Path file : files) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            contents.put(FOLDER + "/" + path, Files.readString(file));
        }
    }

    /** A container a topic, with a test a file. A file with a mistake is a test that fails, and hinders no other. */
    public Stream<DynamicNode> tests(ServerFactory factory) {
        TranscriptRunner runner = new TranscriptRunner(factory, Telnet.PATIENCE);
        String wanted = System.getProperty(PROPERTY, "");
        return topics().stream().flatMap(topic -> {
            List<DynamicTest> tests = contents.keySet().stream()
                    .filter(path -> topicOf(path).equals(topic) && path.contains(wanted))
                    .map(path -> test(path, runner))
                    .toList();
            return tests.isEmpty() ? Stream.empty() : Stream.of(DynamicContainer.dynamicContainer(topic, tests));
        });
    }

    private DynamicTest test(String path, TranscriptRunner runner) {
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ENDING.length());
        return DynamicTest.dynamicTest(name, URI.create("classpath:/" + path), () -> runner.play(read(path)));
    }

    /** The folders, so that a test can tell what has no transcript. */
    public SortedSet<String> topics() {
        SortedSet<String> topics = new TreeSet<>();
        contents.keySet().forEach(path -> topics.add(topicOf(path)));
        return topics;
    }

    /** The first words, in capitals, of all lines that somebody sends; those of no command among them. */
    public SortedSet<String> verbs() {
        SortedSet<String> verbs = new TreeSet<>();
        contents.keySet().forEach(path -> verbs.addAll(read(path).verbs()));
        return verbs;
    }

    private Transcript read(String path) {
        String content = contents.get(path);
        if (content == null) {
            throw new IllegalArgumentException("there is no " + path);
        }
        return TranscriptReader.read(path, content);
    }

    private static String topicOf(String path) {
        int from = FOLDER.length() + 1;
        int to = path.lastIndexOf('/');
        return to < from ? "" : path.substring(from, to);
    }
}

package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.server.ProjectFiles;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The program, as a user starts it, in a process of its own. Belongs to one thread. */
public final class ServerProcess implements AutoCloseable {

    private static final String MAIN = "dev.natter.server.ChatServerMain";
    private static final Pattern LISTENING = Pattern.compile(".*listening on (127\\.0\\.0\\.1):(\\d+).*");

    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final Pattern LAUNCHED = Pattern.compile("(?s) server\\).*?\\sjvm='([^']*)'");

    private final Process process;
    private final ProcessOutput out;
    private final ProcessOutput err;

    private ServerProcess(Process process) {
        this.process = process;
        this.out = new ProcessOutput(process.getInputStream());
        this.err = new ProcessOutput(process.getErrorStream());
    }

    /** How it ended, and all that it wrote. */
    public record Outcome(int exitCode, List<String> out, List<String> err) {}

    static ServerProcess start(String... options) throws IOException {
        return start(Map.of(), options);
    }

    /** @param environment what it gets besides our own, which is cleared of natter's settings */
    static ServerProcess start(Map<String, String> environment, String... options) throws IOException {
        return start(QUICK, environment, options);
    }

    /** Starts it with the JVM's options that the launcher gives it. */
    public static ServerProcess startAsLaunched(String... options) throws IOException {
        Matcher jvm = LAUNCHED.matcher(ProjectFiles.read("natter"));
        if (!jvm.find()) {
            throw new AssertionError("the launcher has no options for the JVM of chat-server");
        }
        return start(List.of(jvm.group(1).split(" ", -1)), Map.of(), options);
    }

    private static ServerProcess start(List<String> jvm, Map<String, String> environment, String... options)
            throws IOException {
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("java.home") + "/bin/java");
        words.addAll(jvm);
        words.addAll(List.of("-cp", classPath(), MAIN));
        words.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(words);
        // The last two make a JVM say so on standard error.
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("NATTER_")
                        || name.equals("JAVA_TOOL_OPTIONS")
                        || name.equals("JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start());
    }

    /** Without the tests' own classes: they bring another configuration of the log. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where it listens over IPv4, as soon as it does. */
    public InetSocketAddress address() {
        Matcher listening = LISTENING.matcher(logs(LISTENING));
        if (!listening.matches()) {
            throw new AssertionError();
        }
        return new InetSocketAddress(listening.group(1), Integer.parseInt(listening.group(2)));
    }

    /** Waits for it to log a line like this. */
    String logs(Pattern line) {
        return err.awaitLine(line);
    }

    /** Waits for it to show exactly this line on its console. */
    void shows(String line) {
        out.awaitLine(Pattern.compile(Pattern.quote(line)));
    }

    /** Types a line on its standard input. */
    ServerProcess types(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** Ends its standard input. */
    ServerProcess endsInput() throws IOException {
        process.getOutputStream().close();
        return this;
    }

    /** SIGTERM, by the handle: the process's own method would also close the streams from which we read. */
    public ServerProcess terminate() {
        process.toHandle().destroy();
        return this;
    }

    /** SIGINT, which is what Ctrl-C sends. */
    ServerProcess interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        return this;
    }

    public long pid() {
        return process.pid();
    }

    /** Waits for it to end by itself. */
    public Outcome ends() throws InterruptedException {
        if (!process.waitFor(ProcessOutput.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("it did not end; it logged " + err.linesSoFar());
        }
        return new Outcome(process.exitValue(), out.allLines(), err.allLines());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

package dev.natter.client.cli;

import dev.natter.client.bench.Course;
import dev.natter.client.bench.Crowd;
import dev.natter.protocol.command.WireFormat;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Option;

/** What the benches with messages have in common: who is there, what they say, how long. */
final class TrafficOptions {

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "100",
            converter = Ranges.Count.class,
            description = "Connections in all. Default: 100.")
    private int connections;

    @Option(
            names = "--rooms",
            paramLabel = "N",
            defaultValue = "1",
            converter = Ranges.Count.class,
            description = "Rooms over which they are spread, none of them the lobby. Default: 1.")
    private int rooms;

    @Option(
            names = "--senders",
            paramLabel = "N",
            defaultValue = "10",
            converter = Ranges.Count.class,
            description = "How many in each room speak. Default: 10, or all where there are fewer.")
    private int senders;

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "64",
            converter = Ranges.Size.class,
            description = "Bytes of a text, " + Crowd.MIN_SIZE + " to " + Crowd.MAX_SIZE + ". Default: 64.")
    private int size;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            completionCandidates = Formats.class,
            description = "What all of them ask the server to speak. Default: text.")
    private WireFormat format = WireFormat.TEXT;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "1",
            converter = Ranges.WarmUp.class,
            description = "How long there are messages that are checked, but not counted. Default: 1.")
    private Duration warmUp = Duration.ZERO;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "3",
            converter = Ranges.Seconds.class,
            description = "How long they are counted. Default: 3.")
    private Duration seconds = Duration.ZERO;

    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "" + Course.MAX_MESSAGES,
            converter = Ranges.Messages.class,
            description = "How many are counted at most. Default: as many as there is time for.")
    private int messages;

    /** Who is to be there; a wrong usage of the bench if there are too few connections for the rooms. */
    Crowd crowd(BenchRun bench) {
        try {
            return new Crowd(connections, rooms, senders, size, format);
        } catch (IllegalArgumentException e) {
            throw bench.wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    /** As they are typed. */
    static final class Formats implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("text", "json").iterator();
        }
    }

    Course course() {
        return new Course(warmUp, seconds, messages);
    }

    /** How long it should take without opening the connections. */
    Duration expected() {
        return warmUp.plus(seconds);
    }
}

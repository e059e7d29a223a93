package dev.natter.server;

import dev.natter.testkit.RemoteServer;
import dev.natter.testkit.Transcripts;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays every transcript against the real server, over real sockets, or against the one that {@code -Dnatter.server}
 * names.
 */
class TranscriptTest {

    @TestFactory
    Stream<DynamicNode> withOneEventLoop() {
        return Transcripts.onClassPath().tests(RemoteServer.orElse(InProcessServer.withLoops(1)));
    }

    @TestFactory
    Stream<DynamicNode> withTwoEventLoops() {
        return Transcripts.onClassPath().tests(RemoteServer.orElse(InProcessServer.withLoops(2)));
    }

    @TestFactory
    Stream<DynamicNode> overTls13() {
        return overTls("TLSv1.3");
    }

    /** Where it differs from 1.3: in how an end is said and heard. */
    @TestFactory
    Stream<DynamicNode> overTls12() {
        Set<String> aboutEnds = Set.of("framing", "limits", "stop");
        return overTls("TLSv1.2").filter(topic -> aboutEnds.contains(topic.getDisplayName()));
    }

    /** A server elsewhere has a certificate of its own, if any. */
    private static Stream<DynamicNode> overTls(String protocol) {
        return System.getProperty(RemoteServer.PROPERTY) == null
                ? Transcripts.onClassPath().tests(InProcessServer.withTls(protocol))
                : Stream.empty();
    }
}

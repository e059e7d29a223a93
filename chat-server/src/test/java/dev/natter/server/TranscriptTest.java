package dev.natter.server;

import dev.natter.testkit.RemoteServer;
import dev.natter.testkit.Transcripts;
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
}

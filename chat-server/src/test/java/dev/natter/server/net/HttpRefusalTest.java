package dev.natter.server.net;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.ErrorLog;
import dev.natter.server.net.fanout.TestSocket;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a request is cut into packets, nothing of what it says is carried out. */
final class HttpRefusalTest {

    private static final String REQUEST = "POST /MSG HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n\r\n"
            + "NICK pwned\nMSG pwned\nTELL guest1 pwned\nQUIT pwned";

    private static final String ANSWER = "HTTP/1.1 400 Bad Request\r\n";

    private final PipelineUnderTest pipeline = new PipelineUnderTest(100_000);

    @Test
    void itIsAnsweredWithASentenceOfTheLengthThatItSays() {
        TestSocket browser = pipeline.opens();
        PipelineUnderTest.sends(browser, REQUEST);
        pipeline.work(browser);
        String[] answer = browser.takeReceived().split("\r\n\r\n", -1);
        assertThat(answer).hasSize(2);
        assertThat(answer[0])
                .startsWith(ANSWER)
                .contains("\r\nConnection: close")
                .contains("\r\nContent-Length: " + answer[1].length());
        assertThat(answer[1]).matches("This is a natter chat server[^.]*\\.\n");
        assertThat(browser.hasHeardAll()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cutAnywhere(boolean endsInput) {
        TestSocket alice = pipeline.connects();
        byte[] request = REQUEST.getBytes(UTF_8);
        for (int cut = 0; cut <= request.length; cut++) {
            TestSocket browser = pipeline.opens();
            browser.writeInbound(Unpooled.copiedBuffer(request, 0, cut));
            pipeline.work(browser);
            if (browser.isOpen()) {
                browser.writeInbound(Unpooled.copiedBuffer(request, cut, request.length - cut));
            }
            if (endsInput) {
                browser.otherEndHasSaidAll();
            }
            pipeline.work(browser, alice);
            assertThat(browser.takeReceived()).as("cut at " + cut).startsWith(ANSWER);
            assertThat(browser.hasHeardAll() || !browser.isOpen()).isTrue();
            pipeline.work(alice);
            assertThat(alice.takeReceived()).as("cut at " + cut).isEmpty();
            assertThat(pipeline.ended()).as("places that are free again").isEqualTo(cut + 1);
        }
        assertThat(pipeline.chat().online()).isEqualTo(1);
        assertThat(ErrorLog.take()).isEmpty();
    }

    @Test
    void cutAnywhereAndLate() {
        TestSocket alice = pipeline.connects();
        byte[] request = REQUEST.getBytes(UTF_8);
        int requestLine = REQUEST.indexOf('\n');
        for (int cut = 0; cut <= requestLine; cut++) {
            TestSocket browser = pipeline.opens();
            browser.writeInbound(Unpooled.copiedBuffer(request, 0, cut));
            browser.passes(2);
            pipeline.work(browser, alice);
            assertThat(browser.takeReceived()).startsWith("[server] Welcome");
            browser.writeInbound(Unpooled.copiedBuffer(request, cut, request.length - cut));
            pipeline.work(browser, alice);
            assertThat(browser.takeReceived()).startsWith(ANSWER);
            assertThat(alice.takeReceived())
                    .as("cut at " + cut)
                    .isEqualTo("[server] guest2 joined #lobby (2 online)\n[server] guest2 left #lobby (1 online)\n");
        }
    }

    @Test
    void whoeverWasTurnedAwayIsNotWelcomedLater() {
        TestSocket browser = pipeline.opens();
        PipelineUnderTest.sends(browser, "GET / HTTP/1.1\r\n");
        browser.passes(2);
        pipeline.work(browser);
        assertThat(browser.takeReceived()).startsWith(ANSWER).doesNotContain("Welcome");
        assertThat(pipeline.chat().online()).isZero();
        assertThat(pipeline.ended()).isEqualTo(1);
    }

    @Test
    void whoeverHasGivenACommandIsLookedAtNoMore() {
        TestSocket alice = pipeline.opens();
        assertThat(alice.pipeline().get(HttpRefusal.class)).isNotNull();
        PipelineUnderTest.sends(alice, "\n");
        assertThat(alice.pipeline().get(HttpRefusal.class)).isNotNull();
        PipelineUnderTest.sends(alice, "NICK\n");
        assertThat(alice.pipeline().get(HttpRefusal.class)).isNull();
    }
}

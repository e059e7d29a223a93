package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.natter.protocol.codec.Line;
import dev.natter.protocol.command.Verb;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is HTTP, and what is only somebody who talks. */
final class HttpRequestLineTest {

    /** All that IANA has registered, and PRI, with which HTTP/2 begins. */
    private static final Set<String> METHODS = Set.of(
            "ACL BASELINE-CONTROL BIND CHECKIN CHECKOUT CONNECT COPY DELETE GET HEAD LABEL LINK LOCK MERGE MKACTIVITY"
                    .split(" "));

    private static final Set<String> MORE_METHODS = Set.of(
            ("MKCALENDAR MKCOL MKREDIRECTREF MKWORKSPACE MOVE OPTIONS ORDERPATCH PATCH POST PRI PROPFIND PROPPATCH PUT QUERY"
                            + " REBIND REPORT SEARCH TRACE UNBIND UNCHECKOUT UNLINK UNLOCK UPDATE UPDATEREDIRECTREF"
                            + " VERSION-CONTROL")
                    .split(" "));

    @Test
    void noVerbIsAMethod() {
        assertThat(Arrays.stream(Verb.values()).map(Verb::name))
                .doesNotContainAnyElementsOf(METHODS)
                .doesNotContainAnyElementsOf(MORE_METHODS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "GET / HTTP/1.0",
                "get /index.html HTTP/1.1",
                "POST /chat?text=MSG%20hello HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "CONNECT localhost:7777 HTTP/1.1",
                "CONNECT [::1]:7777 HTTP/1.1",
                "GET http://localhost:7777/ HTTP/1.1",
                "PRI * HTTP/2.0",
                "GET / HTTP/3",
                "M-SEARCH * HTTP/1.1",
                "!#$%&'*+-.^_`|~ / HTTP/1.1",
                "MSG / HTTP/1.1",
                "nick /alice HTTP/1.1",
                "FOO  /two/blanks\tHTTP/1.1 ",
                "FOO /a path with blanks HTTP/1.1",
                "GET /of/the/first/version",
                "OPTIONS sip:alice@example.com SIP/2.0",
                "OPTIONS rtsp://example.com RTSP/1.0",
            })
    void aRequest(String line) {
        assertThat(HttpRequestLine.is(new Line.Text(line))).isTrue();
        assertThat(HttpRequestLine.is(new Line.BadEncoding(line))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "hello there",
                "MSG hello HTTP/1.1",
                "msg GET / HTTP/1.1",
                " \tMSG what is HTTP/1.1",
                "TELL bob / HTTP/1.1",
                "GET lost",
                "get / or not",
                "PUT it there",
                "HTTP/1.1",
                "HTTP/1.1 200 OK",
                "MSG: GET / HTTP/1.1 is what it said",
            })
    void noRequest(String line) {
        assertThat(HttpRequestLine.is(new Line.Text(line))).isFalse();
    }

    @Test
    void aRequestThatIsTooLongIsKnownByItsStart() {
        assertThat(HttpRequestLine.is(new Line.TooLong("POST /" + "x".repeat(250))))
                .isTrue();
        assertThat(HttpRequestLine.is(new Line.TooLong("MSG " + "x".repeat(250))))
                .isFalse();
        assertThat(HttpRequestLine.is(new Line.TooLong("x".repeat(256)))).isFalse();
    }

    @Test
    void onlyALineWithAVerbIsACommand() {
        assertThat(HttpRequestLine.isCommand(new Line.Text("\t ping"))).isTrue();
        assertThat(HttpRequestLine.isCommand(new Line.Text("PINGS"))).isFalse();
        assertThat(HttpRequestLine.isCommand(new Line.Text(""))).isFalse();
        assertThat(HttpRequestLine.isCommand(new Line.BadEncoding("PING"))).isFalse();
        assertThat(HttpRequestLine.isCommand(new Line.TooLong("PING"))).isFalse();
    }

    /** A line as long as there is one, made to be looked at again and again. */
    @ParameterizedTest
    @ValueSource(strings = {":", " ", "\t ", "a:", "HTTP/1.1 ", "HTTP/1.1\t\t\t", "HTTP/", "/ ", "a b "})
    void noLineTakesLong(String piece) {
        String line = ("GET " + piece.repeat(8192)).substring(0, 8000);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 300; i++) {
                HttpRequestLine.is(new Line.Text("x" + line + "x"));
                HttpRequestLine.is(new Line.Text("x " + line + "x"));
            }
        });
    }
}

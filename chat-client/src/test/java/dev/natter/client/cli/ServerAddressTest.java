package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {

    @ParameterizedTest
    @CsvSource({
        "example.org, example.org, 7777",
        "example.org:80, example.org, 80",
        "127.0.0.1:1, 127.0.0.1, 1",
        "bücher.example:65535, bücher.example, 65535",
        "::1, ::1, 7777",
        "[::1], ::1, 7777",
        "[::1]:80, ::1, 80",
        "2001:db8::80, 2001:db8::80, 7777",
        "[fe80::1%eth0]:80, fe80::1%eth0, 80",
    })
    void isReadWithOrWithoutAPort(String text, String host, int port) {
        assertThat(ServerAddress.parse(text)).isEqualTo(new ServerAddress(host, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":",
                ":80",
                "a:",
                "a:b",
                "a:-1",
                "a:+1",
                "a:0",
                "a:65536",
                "a:123456",
                "a:٣",
                "a b",
                "a:1:2",
                "[::1",
                "::1]",
                "[::1]80",
                "[a]:80",
                "[]",
                "[]:80",
                "http://a",
                "#dev",
                "a\u001B",
                "a\u00A0b"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:7777", "[::1]:80"})
    void isShownAsItIsWritten(String text) {
        assertThat(ServerAddress.parse(text)).hasToString(text);
    }
}

package dev.natter.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReservedNickTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server",
                "SERVER",
                "Server",
                "\uFF53\uFF45\uFF52\uFF56\uFF45\uFF52",
                "\u017Ferver",
                "\uD835\uDC2Cerver",
                "you",
                "YOU",
                "\uFF39ou",
                "y\u00BAu", // the masculine ordinal, which folds to o
                "guest1",
                "guest7",
                "Guest12",
                "guest0",
                "guest007",
                "guest99999999999999999999",
                "guest\uFF17",
                "\uFF47uest7",
                "gue\uFB067", // the ligature of s and t
                "guest\uD835\uDFDF" // a mathematical one
            })
    void theServersNamesAreReservedInEverySpelling(String name) {
        assertThat(Nick.of(name).isReserved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alice",
                "servers",
                "server1",
                "_server",
                "youu",
                "you2",
                "guest",
                "GUEST",
                "guests",
                "guest7a",
                "guest_7",
                "guest-1",
                "aguest7",
                "guest7\u0301",
                "gue\uFB06a"
            })
    void otherNamesAreFree(String name) {
        assertThat(Nick.of(name).isReserved()).isFalse();
    }

    @Test
    void theServersOwnNameIsReserved() {
        assertThat(Nick.SERVER.isReserved()).isTrue();
        assertThat(Nick.SERVER).hasToString("server");
    }

    @Test
    void aGuestIsCalledAsIfItHadBeenTyped() {
        assertThat(Nick.guest(7)).isEqualTo(Nick.of("GUEST7")).hasToString("guest7");
        assertThat(Nick.guest(7).isReserved()).isTrue();
        assertThat(Nick.guest(Integer.MAX_VALUE).toString()).hasSizeLessThanOrEqualTo(Nick.MAX_LENGTH);
    }
}

package dev.natter.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ErrorCodeTest {

    @Test
    void thereAreThoseThatTheProtocolNames() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code))
                .containsExactly(
                        "unknown-command",
                        "missing-argument",
                        "bad-argument",
                        "bad-encoding",
                        "line-too-long",
                        "text-too-long",
                        "bad-nick",
                        "nick-in-use",
                        "nick-reserved",
                        "no-such-nick",
                        "bad-room",
                        "no-such-room",
                        "not-in-room",
                        "too-many-rooms",
                        "not-operator",
                        "bad-password",
                        "operators-disabled",
                        "too-many-connections",
                        "tls-required",
                        "internal-error");
    }

    @ParameterizedTest
    @EnumSource
    void isReadBackFromTheWire(ErrorCode code) {
        assertThat(ErrorCode.of(code.code())).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bad", "no such nick", "bad-nick "})
    void thereIsNoOther(String code) {
        assertThatThrownBy(() -> ErrorCode.of(code)).isInstanceOf(IllegalArgumentException.class);
    }
}

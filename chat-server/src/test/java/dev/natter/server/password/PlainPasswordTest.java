package dev.natter.server.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainPasswordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter2",
                "with blanks in it ",
                "pässwörd",
                "密码",
                "x",
                "$1$salt$hash",
                "$argon2id",
                "$2b",
                "$2x$05$"
            })
    void matchesItselfAndNothingElse(String text) {
        Password password = Password.of(text);
        assertThat(password.isPlain()).isTrue();
        assertThat(password.matches(text)).isTrue();
        assertThat(password.matches(text + " ")).isFalse();
        assertThat(password.matches(text.substring(1))).isFalse();
        assertThat(password.matches(text.toUpperCase(Locale.ROOT) + text)).isFalse();
        assertThat(password.matches("")).isFalse();
    }
}

package dev.natter.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OperatorPasswordTest {

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "with blanks in it ", "pässwörd", "密码", "x"})
    void matchesItselfAndNothingElse(String password) {
        OperatorPassword operator = new OperatorPassword(password);
        assertThat(operator.isConfigured()).isTrue();
        assertThat(operator.matches(password)).isTrue();
        assertThat(operator.matches(password + " ")).isFalse();
        assertThat(operator.matches(password.substring(1))).isFalse();
        assertThat(operator.matches(password.toUpperCase(Locale.ROOT) + password))
                .isFalse();
        assertThat(operator.matches("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "x"})
    void withoutOneNothingMatches(String attempt) {
        OperatorPassword none = new OperatorPassword(null);
        assertThat(none.isConfigured()).isFalse();
        assertThat(none.matches(attempt)).isFalse();
    }
}

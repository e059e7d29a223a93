package dev.natter.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class VerbTest {

    @Test
    void theyStandInTheOrderInWhichHelpListsThem() {
        assertThat(Arrays.stream(Verb.values()).map(Verb::syntax))
                .containsExactly(
                        "NICK name",
                        "MSG text",
                        "TELL target text",
                        "WHO [#room]",
                        "WHOIS nick",
                        "JOIN #room",
                        "LEAVE [#room]",
                        "ROOMS",
                        "OPER password",
                        "KILL nick [text]",
                        "FORMAT TEXT|JSON",
                        "ECHO ON|OFF",
                        "PING [token]",
                        "HELP [command]",
                        "QUIT [text]",
                        "STATS",
                        "SHUTDOWN [text]");
    }

    @Test
    void onlyThreeAreForOperators() {
        assertThat(Arrays.stream(Verb.values()).filter(verb -> verb.permission() == Verb.Permission.OPERATORS))
                .containsExactly(Verb.KILL, Verb.STATS, Verb.SHUTDOWN);
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsWordAndSaysWhoMayUseIt(Verb verb) {
        assertThat(Verb.of(verb.name())).hasValue(verb);
        assertThat(verb.syntax()).startsWith(verb.name());
        assertThat(verb.help()).isNotBlank();
        assertThat(verb.help().endsWith("(operators)")).isEqualTo(verb.permission() == Verb.Permission.OPERATORS);
    }
}

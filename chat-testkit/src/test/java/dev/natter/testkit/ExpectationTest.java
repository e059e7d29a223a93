package dev.natter.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[bob] hello       | [bob] hello",
                "*                 | anything at all",
                "*                 | ''",
                "a*                | a",
                "a*b               | a and b",
                "*b*               | abc",
                "*b                | abb",
                "a*b*c             | a b b c",
                "a**c              | abc",
                "up * s, * rooms   | up 12 s, 3 rooms",
                "\\*               | *",
                "\\u{e9}*          | était",
                "\\{ab*2}*         | abab!"
            })
    void matches(String pattern, String line) {
        assertThat(Expectation.of(pattern).matches(line)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[bob] hello | [bob] hello!",
                "[bob] hello | [bob] hell",
                "hello       | Hello",
                "a*          | ba",
                "*a          | ab",
                "aa*aa       | aaa",
                "ab*bc*cd    | abcd",
                "a*b*b*c     | a b c",
                "\\*         | anything"
            })
    void doesNotMatch(String pattern, String line) {
        assertThat(Expectation.of(pattern).matches(line)).isFalse();
    }

    @Test
    void exactlyKnowsNoStars() {
        Expectation stars = Expectation.exactly("*\\n*");
        assertThat(stars.matches("*\\n*")).isTrue();
        assertThat(stars.matches("abc")).isFalse();
        assertThat(stars).hasToString("\\*\\\\n\\*");
    }

    @Test
    void noLineHoldsHalfACharacter() {
        assertThatIllegalArgumentException().isThrownBy(() -> Expectation.of("\\xC3*"));
    }
}

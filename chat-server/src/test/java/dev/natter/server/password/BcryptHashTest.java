package dev.natter.server.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BcryptHashTest {

    private static final String SALT_AND_HASH = "abcdefghijklmnopqrstu.YNcLwHvlXxmM3Gc95zS.tmX.o0yPbrC";

    /** Made by libxcrypt, the crypt of Debian. */
    @ParameterizedTest
    @CsvSource({
        "hunter2, $2a$05$" + SALT_AND_HASH,
        "hunter2, $2b$05$" + SALT_AND_HASH,
        "hunter2, $2y$05$" + SALT_AND_HASH,
        "hunter2, $2y$10$abcdefghijklmnopqrstu.Ume805lhKMPDF4XNnB4wEqvocDym4Dq",
        "pässwörd, $2b$05$abcdefghijklmnopqrstu.FFLw2jBdzDSkHZA46uH1KJuGsGx5f9e",
    })
    void matchesWhatOthersHaveHashed(String password, String text) {
        Password hash = Password.of(text);
        assertThat(hash.isPlain()).isFalse();
        assertThat(hash.matches(password)).isTrue();
        assertThat(hash.matches(password + " ")).isFalse();
        assertThat(hash.matches(text)).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    /** It would, as far as bcrypt is concerned. */
    @Test
    void whatIsLongerThanBcryptLooksDoesNotMatch() {
        Password hash = Password.of("$2b$05$abcdefghijklmnopqrstu.oh1Sd86QfYt4rFTjiwhMF8Sdqg0ZKN6");
        assertThat(hash.matches("x".repeat(72))).isTrue();
        assertThat(hash.matches("x".repeat(73))).isFalse();
        assertThat(hash.matches("x".repeat(71))).isFalse();
        assertThat(hash.matches("x".repeat(8187))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$",
                "$2b$05$",
                "$2b$5$" + SALT_AND_HASH,
                "$2b$05$" + SALT_AND_HASH + "x",
                "$2b$05$" + SALT_AND_HASH + " ",
                "$2b$05$abcdefghijklmnopqrstu.YNcLwHvlXxmM3Gc95zS.tmX.o0yPbr",
                "$2b$05$abcdefghijklmnopqrstu.YNcLwHvlXxmM3Gc95zS+tmX.o0yPbrC",
                "$2b$05$abcdefghijklmnopqrstu.YNcLwHvlXxmM3Gc95zS.tmX.o0yPbrD", // no encoder ends so
                "$2b$05$abcdefghijklmnopqrstuvYNcLwHvlXxmM3Gc95zS.tmX.o0yPbrC",
            })
    void whatBeginsAsAHashAndIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Password.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a bcrypt hash: $2b$COST$ and 53 characters of salt and hash");
    }

    @ParameterizedTest
    @ValueSource(strings = {"03", "15", "31", "99"})
    void whatWouldCostTooMuchOrTooLittleIsRefused(String cost) {
        assertThatThrownBy(() -> Password.of("$2b$" + cost + "$" + SALT_AND_HASH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the hash has cost=" + Integer.parseInt(cost) + "; expected 4 to 14");
    }
}

package dev.natter.server.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Argon2HashTest {

    private static final String SALT = "c29tZXNhbHQ";
    private static final String HASH = "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    /** From the tests of the reference implementation (phc-winner-argon2, test.c). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
                "password $argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg",
                "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
            })
    void matchesWhatOthersHaveHashed(String password, String phc) {
        assertThat(Password.of(phc).isPlain()).isFalse();
        assertThat(Password.of(phc).matches(password)).isTrue();
        assertThat(Password.of(phc).matches(password + " ")).isFalse();
        assertThat(Password.of(phc).matches("")).isFalse();
        assertThat(Argon2Hash.parse(phc).toPhc()).isEqualTo(phc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "pässwörd with blanks ", "密码"})
    void matchesWhatItHasHashedItself(String password) {
        Argon2Hash hash = Argon2Hash.hash(password);
        assertThat(hash.toPhc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSize(97);
        assertThat(Password.of(hash.toPhc()).matches(password)).isTrue();
        assertThat(Password.of(hash.toPhc()).matches(password + "x")).isFalse();
    }

    @Test
    void theSameHashIsNeverMadeTwice() {
        assertThat(Stream.generate(() -> Argon2Hash.hash("hunter2").toPhc()).limit(3))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPasswordMayBeAsLongAsALine() {
        String longest = "x".repeat(8187);
        assertThat(Argon2Hash.hash(longest).matches(longest)).isTrue();
        assertThat(Argon2Hash.hash(longest).matches(longest.substring(1))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$argon2id$",
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT,
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$",
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH + "=",
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH + " ",
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$" + HASH + "$",
                "$argon2id$v=19$m=256,t=2,p=1$" + SALT + "$some-hash-in-url-safe_base64",
                "$argon2id$v=16$m=256,t=2,p=1$" + SALT + "$" + HASH,
                "$argon2id$m=256,t=2,p=1$" + SALT + "$" + HASH,
                "$argon2id$v=19$t=2,m=256,p=1$" + SALT + "$" + HASH,
                "$argon2id$v=19$m=256,t=2,p=1,keyid=abc$" + SALT + "$" + HASH,
                "$argon2id$v=19$m=-256,t=2,p=1$" + SALT + "$" + HASH,
                "$argon2id$v=19$m=99999999999,t=2,p=1$" + SALT + "$" + HASH,
            })
    void whatBeginsAsAHashAndIsNoneIsRefused(String text) {
        isRefused(
                text, "expected $argon2id$v=19$m=MEMORY,t=PASSES,p=LANES$SALT$HASH, as natter hash-password writes it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "m=65537,t=2,p=1  | the hash has m=65537; expected 8 to 65536",
                "m=999999999,t=2,p=1 | the hash has m=999999999; expected 8 to 65536",
                "m=7,t=2,p=1      | the hash has m=7; expected 8 to 65536",
                "m=15,t=2,p=2     | the hash has m=15; expected 16 to 65536",
                "m=256,t=0,p=1    | the hash has t=0; expected 1 to 10",
                "m=256,t=11,p=1   | the hash has t=11; expected 1 to 10",
                "m=256,t=2,p=0    | the hash has p=0; expected 1 to 16",
                "m=256,t=2,p=17   | the hash has p=17; expected 1 to 16",
            })
    void whatWouldCostTooMuchIsRefused(String parameters, String sentence) {
        isRefused("$argon2id$v=19$" + parameters + "$" + SALT + "$" + HASH, sentence);
    }

    @Test
    void whatIsTooShortToBeSafeIsRefused() {
        String start = "$argon2id$v=19$m=256,t=2,p=1$";
        isRefused(start + "c2FsdA$" + HASH, "the salt is too short; expected 8 bytes in base64, or more");
        isRefused(start + SALT + "$aGFzaGhhc2g", "the hash is too short; expected 16 bytes in base64, or more");
        isRefused(start + SALT + "$" + HASH.substring(2), "the hash is cut off; expected base64 without padding");
    }

    private static void isRefused(String text, String sentence) {
        assertThatThrownBy(() -> Password.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}

package dev.natter.server.setup;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.password.Password;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HashPasswordTest {

    private final ByteArrayOutputStream prompts = new ByteArrayOutputStream();
    private boolean hidden;

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n"})
    void theInputIsHashedWithoutItsLastLineEnd(String input) {
        SetupRun run = piped(input, UTF_8);
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).singleElement().satisfies(hash -> {
            assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
            assertThat(Password.of(hash).matches("hunter2")).isTrue();
        });
    }

    @Test
    void aPasswordIsTypedTwice() {
        SetupRun run = typed("pässwörd ", "pässwörd ");
        assertThat(run.exitCode()).isZero();
        assertThat(Password.of(run.out().get(0)).matches("pässwörd ")).isTrue();
        assertThat(prompts.toString(UTF_8).lines()).containsExactly("Password: ", "Again: ");
    }

    @Test
    void twoDifferentOnesAreRefused() {
        isRefused(typed("hunter2", "hunter3"), "the password cannot be read: the second one was not the same");
    }

    @Test
    void noneIsRefused() {
        isRefused(typed(), "the password cannot be read: the input has ended");
        isRefused(typed(""), "the password is empty");
        isRefused(piped("", UTF_8), "the password is empty");
        isRefused(piped("\n", UTF_8), "the password is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {" hunter2", "\thunter2", "one\ntwo\n", "hunter2\n\n"})
    void whatNobodyCouldTypeIsRefused(String input) {
        isRefused(
                piped(input, UTF_8),
                "the password could not be typed behind OPER: expected one line that does not begin with a blank");
    }

    @Test
    void whatIsLongerThanALineIsRefused() {
        isRefused(
                piped("x".repeat(8188), UTF_8),
                "the password could not be typed behind OPER: expected at most 8187 bytes");
        isRefused(
                piped("x".repeat(1_000_000), UTF_8),
                "the password could not be typed behind OPER: expected at most 8187 bytes");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        isRefused(piped("pässwörd", ISO_8859_1), "the password cannot be read: it is not UTF-8");
    }

    private static void isRefused(SetupRun run, String sentence) {
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).containsExactly("natter: " + sentence);
        assertThat(run.out()).isEmpty();
    }

    private static SetupRun piped(String input, Charset charset) {
        return SetupRun.with(
                new PasswordInput.Piped(new ByteArrayInputStream(input.getBytes(charset))), "hash-password");
    }

    private SetupRun typed(String... lines) {
        Iterator<String> typing = Arrays.asList(lines).iterator();
        PasswordInput.Keyboard keyboard = new PasswordInput.Keyboard() {
            @Override
            public void hide() {
                assertThat(prompts.size()).as("asked before").isZero();
                hidden = true;
            }

            @Override
            public void show() {
                hidden = false;
            }

            @Override
            public String readLine() throws EOFException {
                assertThat(hidden).isTrue();
                if (!typing.hasNext()) {
                    throw new EOFException("the input has ended");
                }
                return typing.next();
            }
        };
        prompts.reset();
        SetupRun run = SetupRun.with(
                new PasswordInput.Typed(keyboard, new PrintStream(prompts, true, UTF_8)), "hash-password");
        assertThat(hidden).isFalse();
        return run;
    }
}

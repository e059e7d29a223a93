package dev.natter.protocol.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any line is a command, blank, or malformed; and a command that is written again is the same one. */
final class CommandParserFuzz {

    @FuzzTest
    void everyLineIsSomething(byte[] input) {
        String line = new String(input, UTF_8).replace("\n", "");
        Request request = CommandParser.parse(line);
        if (request instanceof Command command) {
            if (CommandLine.fitsOnALine(line)) {
                assertThat(CommandParser.parse(CommandLine.of(command))).isEqualTo(command);
            }
        } else if (request instanceof Request.Malformed malformed) {
            assertThat(malformed.message()).isNotBlank();
            assertThat(malformed.command())
                    .satisfiesAnyOf(
                            verb -> assertThat(verb).isNull(),
                            verb -> assertThat(verb).matches("[A-Z]{1,32}"));
        }
    }
}

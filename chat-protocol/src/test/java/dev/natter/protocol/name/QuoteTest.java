package dev.natter.protocol.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuoteTest {

    @Test
    void whatANameCouldBeIsQuotedWhole() {
        String longest = "#" + "\uD83D\uDE00".repeat(RoomName.MAX_LENGTH);
        assertThat(Quote.of(longest)).isEqualTo("\"" + longest + "\"");
    }

    @Test
    void whatNobodyWouldReadIsCutBetweenCharacters() {
        assertThat(Quote.of("\uD83D\uDE00".repeat(61))).isEqualTo("\"" + "\uD83D\uDE00".repeat(60) + "…\"");
    }
}

package dev.natter.server.command;

import org.junit.jupiter.api.Test;

/** Whoever chooses JSON behind a welcome in text is welcomed again, once. */
final class FormatTest {

    private static final String JSON = "{\"type\":\"ok\",\"command\":\"FORMAT\",\"format\":\"JSON\"}";
    private static final String TEXT = "[server] format is TEXT";

    private final CommandsUnderTest commands = new CommandsUnderTest();
    private final Typist alice = commands.connects("alice");

    @Test
    void theSecondWelcomeStandsBehindTheReply() {
        alice.types("FORMAT JSON", "PING")
                .hears(
                        JSON,
                        "{\"type\":\"welcome\",\"time\":\"2026-11-20T09:30:00.000Z\",\"nick\":\"alice\","
                                + "\"room\":\"#lobby\",\"online\":1}",
                        "{\"type\":\"ok\",\"command\":\"PING\",\"token\":\"\"}");
    }

    @Test
    void thereIsNoThirdOne() {
        alice.types("FORMAT JSON").takeLines();
        alice.types("FORMAT JSON", "FORMAT TEXT", "FORMAT JSON").hears(JSON, TEXT, JSON);
    }

    @Test
    void textNeedsNoWelcome() {
        alice.types("FORMAT TEXT").hears(TEXT);
    }
}

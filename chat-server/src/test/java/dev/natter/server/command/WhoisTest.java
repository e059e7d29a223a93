package dev.natter.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where somebody connects from is for operators only. */
final class WhoisTest {

    private final CommandsUnderTest commands = new CommandsUnderTest();
    private final Typist alice = commands.connects("alice");
    private final Typist root = commands.connectsAsOperator("root");

    @Test
    void operatorsSeeTheAddress() {
        root.types("WHOIS alice")
                .hears(
                        "[server] alice: connected since 2026-11-20T09:30:00Z, idle 0 s, address address of connection 1",
                        "[server] alice is in: #lobby");
    }

    @Test
    void nobodyElseSeesOneNotEvenTheirOwn() {
        assertThat(alice.types("WHOIS root", "WHOIS alice").takeLines())
                .hasSize(4)
                .noneMatch(line -> line.contains("address"));
    }

    @Test
    void idleIsTheTimeSinceTheLastLine() {
        commands.chat().clock().passes(Duration.ofSeconds(7));
        alice.types("WHOIS root")
                .hears(
                        "[server] root: connected since 2026-11-20T09:30:00Z, idle 7 s, operator",
                        "[server] root is in: #lobby");
    }
}

package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.RealServer;
import dev.natter.testkit.Telnet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The commands, and this project's server that is stopped and started again. */
class RestartTest {

    @Test
    void sendGoesOnWithTheNextServer() throws Exception {
        CommandRun run;
        RealServer first = RealServer.start();
        try (first;
                Telnet bob = first.person("bob")) {
            run = CommandRun.of("send", first.address(), "--nick", "bot");
            run.types("one");
            bob.hears("[server] guest1 joined #lobby (2 online)").hears("[server] guest1 is now bot");
            bob.hears("[bot] one");
            first.stop("maintenance");
        }
        assertThat(run.complained()).endsWith("was lost: closed by the server: maintenance; trying to get it back");
        try (RealServer second = first.startAgain()) {
            assertThat(run.complained()).matches("natter: connected again after \\d+ s");
            try (Telnet bob = second.person("bob")) {
                run.types("two");
                run.endsInput();
                bob.hears("[bot] two").hears("[server] bot left #lobby (1 online)");
                assertThat(run.exitCode()).isZero();
                assertThat(run.errors()).isEmpty();
            }
        }
    }

    @Test
    void tailHearsTheNextServer() throws Exception {
        CommandRun run;
        RealServer first = RealServer.start();
        try (first;
                Telnet bob = first.person("bob")) {
            run = CommandRun.of("tail", first.address(), "--json", "--room", "#dev");
            bob.hears("[server] guest1 joined #lobby (2 online)").hears("[server] guest1 left #lobby (1 online)");
            bob.sends("JOIN #dev").hears("[server] you are in #dev (2 online)");
            bob.sends("MSG one");
            assertThat(run.printed()).contains("\"room\":\"#dev\",\"from\":\"bob\",\"text\":\"one\"");
            first.stop("maintenance");
        }
        run.complained();
        try (RealServer second = first.startAgain()) {
            assertThat(run.complained()).endsWith("what was said meanwhile is missing");
            try (Telnet bob = second.person("bob")) {
                bob.sends("JOIN #dev").hears("[server] you are in #dev (2 online)");
                bob.sends("MSG two");
                assertThat(run.printed()).contains("\"room\":\"#dev\",\"from\":\"bob\",\"text\":\"two\"");
                bob.sends("OPER " + RealServer.OPERATOR_PASSWORD).hears("[server] you are an operator");
                bob.sends("KILL guest1");
                assertThat(run.exitCode()).isEqualTo(1);
            }
        }
    }

    @Test
    void aServerThatTakesLinesSlowlyGetsAllOfThem() throws Exception {
        try (RealServer server = RealServer.startFor(new RealServer.Rate(2_000));
                Telnet bob = server.person("bob")) {
            CommandRun run = CommandRun.of("send", server.address());
            bob.hears("[server] guest1 joined #lobby (2 online)");
            run.types(IntStream.range(0, 5_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
            run.endsInput();
            for (int i = 0; i < 5_000; i++) {
                bob.hears("[guest1] line " + i);
            }
            assertThat(run.exitCode()).isZero();
            assertThat(run.errors()).isEmpty();
        }
    }
}

package dev.natter.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.client.FakeServer;
import dev.natter.client.RealServer;
import dev.natter.testkit.Telnet;
import dev.natter.testkit.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talking over TLS, and whom the client does not talk to. */
class TlsTest {

    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final String INSECURE =
            "natter: warning: with --insecure anybody on the way can pass for the server";

    @TempDir
    private Path folder;

    private String authority = "";

    @BeforeEach
    void writeAuthority() throws Exception {
        authority = Files.writeString(folder.resolve("ca.pem"), AUTHORITY.pem()).toString();
    }

    @Test
    void allThatIsPipedInIsSaidAndAnswered() throws Exception {
        try (RealServer server = RealServer.startWithTls(goodCertificate(), folder);
                Telnet bob = server.person("bob")) {
            CommandRun run = CommandRun.of("send", server.address(), "--tls-ca", authority);
            run.types(IntStream.range(0, 5_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
            run.endsInput();
            bob.hears("[server] guest1 joined #lobby (2 online)");
            for (int i = 0; i < 5_000; i++) {
                bob.hears("[guest1] line " + i);
            }
            bob.hears("[server] guest1 left #lobby (1 online)");
            assertThat(run.exitCode()).isZero();
            assertThat(run.errors()).isEmpty();
        }
    }

    @Test
    void chatThroughAPipeHearsAndLeaves() throws Exception {
        try (RealServer server = RealServer.startWithTls(goodCertificate(), folder);
                Telnet bob = server.person("bob")) {
            CommandRun run = CommandRun.of("chat", server.address(), "--nick", "carol", "--tls", "--tls-ca", authority);
            bob.hears("[server] guest1 joined #lobby (2 online)").hears("[server] guest1 is now carol");
            bob.sends("MSG hello carol");
            assertThat(run.printed()).isEqualTo("[bob] hello carol");
            run.types("hello bob");
            run.endsInput();
            bob.hears("[carol] hello bob").hears("[server] carol left #lobby (1 online)");
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void whoeverTrustsAnybodyIsWarned() throws Exception {
        TestCertificate anybodys =
                TestCertificate.authority().issuesUntil(Instant.now().minusSeconds(60), "elsewhere");
        try (RealServer server = RealServer.startWithTls(anybodys, folder)) {
            CommandRun run = CommandRun.of("send", server.address(), "--insecure", "--", "hello");
            assertThat(run.exitCode()).isZero();
            assertThat(run.errors()).containsExactly(INSECURE);
        }
    }

    @Test
    void theAuthorityOfTheUsualOnesIsNoTestsAuthority() throws Exception {
        try (RealServer server = RealServer.startWithTls(goodCertificate(), folder)) {
            assertThat(complaint(server.address(), "--tls"))
                    .startsWith("the server's certificate is not trusted: nobody who is known here vouches for it");
        }
    }

    @Test
    void anotherAuthoritysCertificateIsNotTrusted() throws Exception {
        try (RealServer server =
                RealServer.startWithTls(TestCertificate.authority().issues("127.0.0.1"), folder)) {
            assertThat(complaint(server.address(), "--tls-ca", authority))
                    .startsWith("the server's certificate is not trusted");
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotTrusted() throws Exception {
        try (RealServer server = RealServer.startWithTls(AUTHORITY.issues("chat.example.org"), folder)) {
            assertThat(complaint(server.address(), "--tls-ca", authority))
                    .startsWith("the server's certificate is for another name");
            assertThat(complaint("localhost:" + server.port(), "--tls-ca", authority))
                    .startsWith("the server's certificate is for another name")
                    .contains("localhost");
        }
    }

    @Test
    void aCertificateThatHasExpiredIsNotTrusted() throws Exception {
        TestCertificate old = AUTHORITY.issuesUntil(Instant.now().minusSeconds(60), "127.0.0.1");
        try (RealServer server = RealServer.startWithTls(old, folder)) {
            assertThat(complaint(server.address(), "--tls-ca", authority))
                    .isEqualTo("the server's certificate has expired: whoever runs the server has to renew it");
        }
    }

    @Test
    void aCertificateThatAnIntermediateOneVouchesForIsTrusted() throws Exception {
        TestCertificate certificate = AUTHORITY.issuesAuthority().issues("127.0.0.1");
        try (RealServer server = RealServer.startWithTls(certificate, folder)) {
            CommandRun run = CommandRun.of("send", server.address(), "--tls-ca", authority, "--", "hello");
            assertThat(run.exitCode()).isZero();
            assertThat(run.errors()).isEmpty();
        }
    }

    @Test
    void aServerWithoutACertificateDoesNotBegin() throws Exception {
        try (RealServer server = RealServer.start()) {
            assertThat(complaint(server.address(), "--tls"))
                    .isEqualTo("the server ended the connection instead of beginning TLS; perhaps it speaks none");
        }
    }

    @Test
    void whoeverAnswersInPlainTextSpeaksNoTls() throws Exception {
        try (FakeServer server = new FakeServer()) {
            CommandRun run = CommandRun.of("send", server.address(), "--tls", "--", "hello");
            // A server of ours that had no time to look takes a hello for plain text, so there are three attempts.
            List<FakeServer.Visitor> visitors = new ArrayList<>();
            for (int attempt = 0; attempt < 3; attempt++) {
                visitors.add(server.accept());
                visitors.get(attempt).says("220 mail.example.org ESMTP");
            }
            assertThat(run.exitCode()).isEqualTo(69);
            assertThat(run.errors())
                    .containsExactly(
                            "natter: cannot connect to " + server.address() + ": the server does not speak TLS there");
        }
    }

    @Test
    void aServerThatRequiresTlsSaysSo() throws Exception {
        try (FakeServer server = new FakeServer()) {
            CommandRun run = CommandRun.of("send", server.address(), "--", "hello");
            try (FakeServer.Visitor visitor = server.accept()) {
                visitor.hears("FORMAT JSON");
                visitor.says("{\"type\":\"error\",\"command\":null,\"code\":\"tls-required\",\"message\":\"no\"}");
                assertThat(run.exitCode()).isEqualTo(69);
            }
            assertThat(run.errors())
                    .containsExactly("natter: cannot connect to " + server.address() + ": tls-required: no; try --tls");
        }
    }

    @Test
    void anAuthorityThatIsNoneIsWrongUsage() throws Exception {
        String nothing =
                Files.writeString(folder.resolve("nothing.pem"), "hello").toString();
        for (String file : List.of(folder.resolve("missing.pem").toString(), nothing, folder.toString())) {
            CommandRun run = CommandRun.of("send", "--tls-ca", file, "--", "hello");
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.errors()).singleElement().asString().startsWith("natter: --tls-ca " + file + ": ");
        }
        assertThat(CommandRun.of("send", "--tls-ca", authority, "--insecure", "--", "hello")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aBenchCanSpeakTlsToo() throws Exception {
        try (RealServer server = RealServer.startWithTls(goodCertificate(), folder)) {
            CommandRun run = CommandRun.of(
                    "bench",
                    "throughput",
                    server.address(),
                    "--tls-ca",
                    authority,
                    "--connections=4",
                    "--messages=100",
                    "--warm-up=0");
            assertThat(run.exitCode()).isZero();
            CommandRun untrusting = CommandRun.of("bench", "idle", server.address(), "--tls", "--connections=2");
            assertThat(untrusting.exitCode()).isEqualTo(69);
            assertThat(untrusting.errors())
                    .singleElement()
                    .asString()
                    .contains("cannot connect", "the server's certificate is not trusted");
        }
    }

    private static TestCertificate goodCertificate() {
        return AUTHORITY.issues("localhost", "127.0.0.1");
    }

    /** Why the client cannot connect. */
    private static String complaint(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("send"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--", "hello"));
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(69);
        String line = run.errors().get(0);
        String prefix = "natter: cannot connect to " + arguments[0] + ": ";
        assertThat(line).startsWith(prefix);
        return line.substring(prefix.length());
    }
}

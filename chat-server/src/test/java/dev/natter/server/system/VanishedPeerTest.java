package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who is gone without a FIN is found, whether the server has something to say to them or not. */
final class VanishedPeerTest {

    /** What it takes: namespaces that anybody may make, and the tools to join them. */
    private static final List<String> TRIAL = List.of(
            "sh",
            "-c",
            "unshare --map-root-user --net ip link add here type veth peer name there && command -v nc && command -v nsenter");

    @ParameterizedTest
    @ValueSource(strings = {"idle", "spoken-to"})
    void isLost(String how) throws Exception {
        assumeTrue(succeeds(TRIAL), "needs Linux, user namespaces, unshare, nsenter, ip and nc");
        Process process = new ProcessBuilder(
                        "unshare",
                        "--map-root-user",
                        "--net",
                        System.getProperty("java.home") + "/bin/java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VanishingPeer.class.getName(),
                        "1",
                        "1",
                        "2",
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String shown = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(shown).contains("[server] guest2 left #lobby (1 online, connection lost) after ");
        assertThat(process.waitFor()).isZero();
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.server.InProcessServer;
import dev.natter.server.net.KeepAlive;
import dev.natter.testkit.Telnet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server on one machine, somebody on another, and a cable that is cut: as network namespaces, so it has to run in one
 * of its own ({@code unshare --map-root-user --net}). Prints how long it took until the server knew.
 *
 * <p>Arguments: the three numbers of a {@link KeepAlive}, and {@code idle}, or {@code spoken-to} for somebody who is
 * sent something that is never acknowledged.
 */
final class VanishingPeer {

    private static final String HERE = "10.77.0.1";
    private static final String THERE = "10.77.0.2";
    private static final String MAC_THERE = "02:00:00:00:00:02";

    /** Longer than the usual figures of a {@link KeepAlive} let anybody wait. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private VanishingPeer() {}

    public static void main(String[] args) throws Exception {
        KeepAlive keepAlive =
                new KeepAlive(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        // As long as its standard input is open.
        Process machine = new ProcessBuilder("unshare", "--net", "cat").start();
        try {
            connect(machine);
            show(keepAlive, args[3].equals("spoken-to"), machine);
        } finally {
            machine.destroyForcibly();
        }
        System.exit(0);
    }

    private static void show(KeepAlive keepAlive, boolean spokenTo, Process machine) throws Exception {
        try (InProcessServer server = InProcessServer.with(keepAlive, "--bind=127.0.0.1," + HERE);
                Telnet alice = Telnet.connect("alice", server.addresses().get(0), PATIENCE)) {
            alice.takesWelcome();
            Process peer = at(machine, "nc", HERE, server.addresses().get(1).getPort() + "");
            BufferedReader heard = new BufferedReader(new InputStreamReader(peer.getInputStream(), UTF_8));
            heard.readLine();
            alice.hears("[server] guest2 joined #lobby (2 online)")
                    .sends("MSG hello")
                    .sends("PING");
            heard.readLine();
            alice.hears("[server] pong");

            run(at(machine, "ip", "address", "delete", THERE + "/24", "dev", "there"));
            long cut = System.nanoTime();
            if (spokenTo) {
                alice.sends("MSG are you still there?");
            }
            String left = alice.nextLine();
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - cut);
            System.out.println(left + " after " + millis + " ms");
            peer.destroyForcibly();
        }
    }

    /** A cable between here and there, along which everything is delivered even to a machine that has lost its address. */
    private static void connect(Process machine) throws IOException, InterruptedException {
        Path own = Files.readSymbolicLink(Path.of("/proc/self/ns/net"));
        Path itsOwn = Path.of("/proc/" + machine.pid() + "/ns/net");
        while (Files.readSymbolicLink(itsOwn).equals(own)) {
            Thread.onSpinWait();
        }
        ip("link set lo up");
        ip("link add here type veth peer name there address " + MAC_THERE);
        ip("link set there netns " + machine.pid());
        ip("address add " + HERE + "/24 dev here");
        ip("link set here up");
        ip("neighbour add " + THERE + " lladdr " + MAC_THERE + " dev here nud permanent");
        run(at(machine, "ip", "address", "add", THERE + "/24", "dev", "there"));
        run(at(machine, "ip", "link", "set", "there", "up"));
    }

    private static void ip(String words) throws IOException, InterruptedException {
        run(new ProcessBuilder(("ip " + words).split(" ", -1)).inheritIO().start());
    }

    private static Process at(Process machine, String... words) throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of("nsenter", "--net=/proc/" + machine.pid() + "/ns/net"));
        all.addAll(List.of(words));
        return new ProcessBuilder(all)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void run(Process process) throws InterruptedException {
        if (process.waitFor() != 0) {
            throw new AssertionError(process.info().commandLine());
        }
    }
}

package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Whatever comes in ends at most the connection that it came on: two people go on talking. Closing the server fails if
 * there is a stack trace in its log.
 */
class RubbishTest {

    private static final int ROUNDS = 15;
    private static final int CONNECTIONS_PER_ROUND = 20;

    /** Only a failure takes as long. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final List<Socket> open = new ArrayList<>();

    @WithOneAndTwoEventLoops
    void itTakesDownNobodyElse(int loops) throws IOException {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops, "--max-per-ip=0");
                Telnet alice = Telnet.connect("alice", server.addresses().get(0));
                Telnet bob = Telnet.connect("bob", server.addresses().get(0))) {
            alice.takesWelcome().takesNick("alice").sends("JOIN #table").sends("LEAVE #lobby");
            alice.hears("[server] you are in #table (1 online)").hears("[server] you are in #table (1 online)");
            bob.takesWelcome().takesNick("bob").sends("JOIN #table").sends("LEAVE #lobby");
            bob.hears("[server] you are in #table (2 online)").hears("[server] you are in #table (2 online)");
            alice.hears("[server] bob joined #table (2 online)");

            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < CONNECTIONS_PER_ROUND; i++) {
                    talkRubbish(server.addresses().get(0), round * CONNECTIONS_PER_ROUND + i);
                }
                alice.sends("MSG is this round " + round + "?");
                bob.hears("[alice] is this round " + round + "?").sends("MSG it is, and it is quiet here");
                alice.hears("[bob] it is, and it is quiet here").isQuiet();
                bob.isQuiet();
            }
            for (Socket socket : open) {
                socket.close();
            }
            findsEverybodyGone(alice);
        }
    }

    /** Each ends in another way: at once with a reset or a FIN, waiting for the server's own end, or much later. */
    private void talkRubbish(InetSocketAddress address, int seed) throws IOException {
        Random random = new Random(seed);
        byte[] rubbish = Rubbish.from(random);
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        sendInPieces(socket.getOutputStream(), rubbish, random);
        switch (seed % 4) {
            case 0 -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case 1 -> socket.close();
            case 2 -> {
                socket.shutdownOutput();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                socket.close();
            }
            default -> {
                open.add(socket);
                takeWhatIsThere(socket.getInputStream());
            }
        }
    }

    private static void sendInPieces(OutputStream out, byte[] bytes, Random random) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(bytes.length));
            out.write(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
    }

    private static void takeWhatIsThere(InputStream in) throws IOException {
        in.skipNBytes(in.available());
    }

    /** Nobody is told when the server notices it; so she asks until it has. */
    private static void findsEverybodyGone(Telnet person) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        List<String> rooms = rooms(person);
        while (!rooms.equals(List.of("[server] #lobby (0 online)", "[server] #table (2 online)"))
                && System.nanoTime() < deadline) {
            rooms = rooms(person);
        }
        assertThat(rooms).containsExactly("[server] #lobby (0 online)", "[server] #table (2 online)");
    }

    private static List<String> rooms(Telnet person) {
        List<String> rooms = new ArrayList<>();
        person.sends("ROOMS").sends("PING end");
        for (String line = person.nextLine(); !line.equals("[server] pong end"); line = person.nextLine()) {
            rooms.add(line);
        }
        return rooms;
    }
}

package dev.natter.server.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** More connections from one address (an own one: 127.0.0.2) than it may have: the rest is told so. */
final class Storm implements Actor {

    private static final int CONNECTIONS = 300;

    /** What the server allows when nothing is set. */
    private static final int ALLOWED = 256;

    private final Venue venue;
    private final Random random;

    Storm(Venue venue, Random random) {
        this.venue = venue;
        this.random = random;
    }

    @Override
    public void act() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            int refused = 0;
            for (int i = 0; i < CONNECTIONS; i++) {
                Socket socket = connects();
                sockets.add(socket);
                refused += isRefused(socket) ? 1 : 0;
            }
            if (refused < CONNECTIONS - ALLOWED) {
                throw new AssertionError("of " + CONNECTIONS + " connections from one address only " + refused
                        + " were refused; allowed are " + ALLOWED);
            }
        } finally {
            for (Socket socket : sockets) {
                socket.setSoLinger(random.nextBoolean(), 0);
                socket.close();
            }
        }
    }

    private Socket connects() throws IOException {
        venue.tally().connected();
        InetAddress own = InetAddress.getByName("127.0.0.2");
        Socket socket = new Socket(venue.address().getAddress(), venue.address().getPort(), own, 0);
        socket.setSoTimeout((int) Venue.PATIENCE.toMillis());
        return socket;
    }

    private boolean isRefused(Socket socket) throws IOException {
        socket.getOutputStream().write('\n');
        String first = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine();
        if (first != null && first.startsWith("[server] error: too many connections from your address")) {
            venue.tally().refused();
            return true;
        }
        if (first == null || !first.startsWith("[server] Welcome")) {
            throw new AssertionError("neither a welcome nor a refusal, but: " + first);
        }
        return false;
    }
}

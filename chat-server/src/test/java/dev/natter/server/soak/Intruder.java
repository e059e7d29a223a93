package dev.natter.server.soak;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.server.system.Probes;
import dev.natter.server.system.Rubbish;
import dev.natter.testkit.Escapes;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.net.ssl.SSLEngine;

/** Sends what nobody in his senses sends, and guesses passwords. */
final class Intruder implements Actor {

    private static final List<byte[]> PROBES = List.copyOf(Probes.ALL.values());
    private static final byte TLS_HANDSHAKE = 0x16;
    private static final int SHOWN = 200;
    private static final int MOST_WITHOUT_END = 500_000;
    private static final String HTTP = "POST / HTTP/1.1\r\nHost: localhost\r\n\r\nMSG from a web page\r\n";

    private final Venue venue;
    private final Random random;

    Intruder(Venue venue, Random random) {
        this.venue = venue;
        this.random = random;
    }

    @Override
    public void act() throws IOException {
        switch (random.nextInt(8)) {
            case 0 -> sendsALineWithoutEnd();
            case 1 -> guessesThePassword();
            case 2 -> talksHttp();
            case 3 -> cutsATlsHelloShort();
            case 4 -> breaksOff(PROBES.get(random.nextInt(PROBES.size())));
            default -> breaksOff(Rubbish.from(random));
        }
    }

    private void sendsALineWithoutEnd() {
        try (Guest guest = venue.connects("endless", random).enters()) {
            byte[] endless =
                    "x".repeat(10_000 + random.nextInt(MOST_WITHOUT_END)).getBytes(UTF_8);
            guest.telnet().sendsBytes(endless);
            if (random.nextBoolean()) {
                guest.telnet().vanish();
            } else {
                guest.asks("", "\"code\":\"line-too-long\"").settles(line -> {});
            }
        }
    }

    /** The third wrong one ends the connection. */
    private void guessesThePassword() {
        try (Guest guest = venue.connects("guesser", true, random).enters()) {
            for (int guess = 1; guess <= 3; guess++) {
                guest.asks("OPER " + guess, "\"command\":\"OPER\",\"code\":\"bad-password\"");
            }
            guest.isTurnedOut();
        }
    }

    private void talksHttp() throws IOException {
        try (Socket socket = venue.connects()) {
            socket.getOutputStream().write(HTTP.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            if (!answer.startsWith("HTTP/1.1 400 ") || answer.contains("[server]")) {
                throw new AssertionError("an HTTP request was answered: " + answer);
            }
        }
    }

    private void cutsATlsHelloShort() throws IOException {
        SSLEngine engine = venue.trusted().createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), hello);
        byte[] cut = new byte[1 + random.nextInt(hello.position() - 1)];
        hello.flip().get(cut);
        breaksOff(cut);
    }

    /** All of it is taken and ended in order; only where TLS breaks off anything may be lost. */
    private void breaksOff(byte[] bytes) throws IOException {
        try (Socket socket = venue.connects()) {
            sendAndLeave(socket, bytes);
        } catch (SocketException e) {
            if (bytes.length == 0 || bytes[0] != TLS_HANDSHAKE) {
                String sent = Escapes.show(Arrays.copyOf(bytes, Math.min(SHOWN, bytes.length)));
                throw new AssertionError("no orderly end behind " + sent, e);
            }
        }
    }

    /** By a reset, reading what still comes, or without reading. */
    private void sendAndLeave(Socket socket, byte[] bytes) throws IOException {
        int half = random.nextInt(bytes.length + 1);
        socket.getOutputStream().write(bytes, 0, half);
        socket.getOutputStream().write(bytes, half, bytes.length - half);
        switch (random.nextInt(3)) {
            case 0 -> socket.setSoLinger(true, 0);
            case 1 -> {
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            }
            default -> {
                // The server finds out.
            }
        }
    }
}

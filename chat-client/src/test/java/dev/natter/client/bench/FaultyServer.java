package dev.natter.client.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server of one room that carries out MSG and PING, in text, and does with a delivery what the test wants. */
public final class FaultyServer implements AutoCloseable {

    /** What becomes of a message on its way to a member, numbered from 0 in the order of connecting. */
    public interface Delivery {

        /** The texts that the member gets; null ends its connection. */
        @Nullable
        List<String> of(String text, int member);
    }

    private final ServerSocket server;
    private final Delivery delivery;
    private final List<Socket> members = new ArrayList<>();

    public FaultyServer(Delivery delivery) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.delivery = delivery;
        start(this::accept);
    }

    public String host() {
        return server.getInetAddress().getHostAddress();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket member = server.accept();
            synchronized (members) {
                members.add(member);
            }
            start(() -> serve(member));
        }
    }

    private void serve(Socket member) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(member.getInputStream(), UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            synchronized (members) {
                if (line.startsWith("PING ")) {
                    say(member, "[server] pong " + line.substring("PING ".length()));
                } else if (line.startsWith("MSG ")) {
                    deliver(line.substring("MSG ".length()), member);
                }
            }
        }
    }

    private void deliver(String text, Socket from) throws IOException {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) != from) {
                List<String> texts = delivery.of(text, i);
                if (texts == null) {
                    members.get(i).close();
                    continue;
                }
                for (String each : texts) {
                    say(members.get(i), "[somebody] " + each);
                }
            }
        }
    }

    private static void say(Socket member, String line) throws IOException {
        member.getOutputStream().write((line + "\n").getBytes(UTF_8));
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void start(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // The end of a connection, or of all.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (members) {
            for (Socket member : members) {
                member.close();
            }
        }
    }
}

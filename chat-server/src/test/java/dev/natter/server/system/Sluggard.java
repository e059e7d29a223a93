package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Somebody who reads only when told to, and whose system keeps little for later. */
public final class Sluggard implements AutoCloseable {

    /** What the system keeps of what is unread, in bytes: this much at least. */
    static final int RECEIVE_BUFFER = 128 * 1024;

    /** Only a failure takes as long. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final BufferedReader lines;

    public Sluggard(InetSocketAddress address) throws IOException {
        socket.setReceiveBufferSize(RECEIVE_BUFFER);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(address);
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    }

    /** Sends these lines in one go. */
    public Sluggard sends(String text) throws IOException {
        socket.getOutputStream().write((text + "\n").getBytes(UTF_8));
        return this;
    }

    /** The same for more than the systems take at once, while the caller goes on. */
    CompletableFuture<Void> sendsMeanwhile(String text) {
        return CompletableFuture.runAsync(() -> {
            try {
                sends(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** FIN: there is no more to come. */
    Sluggard hangUp() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    public List<String> nextLines(int count) throws IOException {
        List<String> heard = new ArrayList<>();
        while (heard.size() < count) {
            String line = lines.readLine();
            if (line == null) {
                throw new AssertionError("the end of the stream after " + heard.size() + " of " + count + " lines");
            }
            heard.add(line);
        }
        return heard;
    }

    /** Takes so many bytes at most, if some are there. Not to be mixed with whole lines, except for those until the end. */
    public void dribbles(int bytes) throws IOException {
        InputStream in = socket.getInputStream();
        in.skipNBytes(Math.min(bytes, in.available()));
    }

    /** The same byte by byte, which takes long: a thousand times as long as it takes to send them. */
    List<String> nextLinesByteByByte(int count) throws IOException {
        List<String> heard = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (heard.size() < count) {
            int next = socket.getInputStream().read();
            if (next == -1) {
                throw new AssertionError("the end of the stream after " + heard.size() + " of " + count + " lines");
            } else if (next == '\n') {
                heard.add(line.toString(UTF_8));
                line.reset();
            } else {
                line.write(next);
            }
        }
        return heard;
    }

    public List<String> linesUntilEnd() throws IOException {
        List<String> heard = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            heard.add(line);
        }
        return heard;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

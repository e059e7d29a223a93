package dev.natter.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;

/** A pair of streams: what is sent goes into the one, and somebody else writes what comes in into the pipe. */
final class StreamWire implements Wire {
    private final Incoming incoming = new Incoming();
    private final OutputStream out;
    private final BytePipe in;

    StreamWire(OutputStream out, BytePipe in) {
        this.out = out;
        this.in = in;
    }

    @Override
    public Incoming incoming() {
        return incoming;
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    @Override
    public Receipt receive(Duration atMost) throws IOException {
        byte[] chunk = in.next(atMost);
        if (chunk == null) {
            return Receipt.NOTHING_YET;
        }
        incoming.feed(ByteBuffer.wrap(chunk));
        return chunk.length == 0 ? Receipt.END : Receipt.BYTES;
    }
}

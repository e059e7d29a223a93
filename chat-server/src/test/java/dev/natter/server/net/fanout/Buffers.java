package dev.natter.server.net.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.EmptyByteBuf;
import java.util.Collection;

/** What is behind a buffer. */
final class Buffers {

    private Buffers() {}

    /** The buffer that has the memory, of which this one is a slice. */
    static ByteBuf root(ByteBuf buffer) {
        ByteBuf root = buffer;
        while (root.unwrap() != null) {
            root = root.unwrap();
        }
        return root;
    }

    /** Whether the memory behind all of them has been given back. */
    static boolean areReleased(Collection<ByteBuf> buffers) {
        return buffers.stream()
                .allMatch(
                        buffer -> buffer instanceof EmptyByteBuf || root(buffer).refCnt() == 0);
    }
}

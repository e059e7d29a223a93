package dev.natter.protocol.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to lines. Passes on {@link Line}s and {@link TimingMark}s.
 *
 * <p>Switching auto-read off stops it at once, in the middle of what was read: one read can hold thousands of lines,
 * each of which may cause an answer a thousand times its size. What it holds back then (one read's worth, at most) it
 * passes on when reading is switched on again. The end of input ({@link ChannelInputShutdownEvent}) keeps its place
 * behind the lines. Event loop only.
 */
public final class LineDecoder extends ChannelDuplexHandler {

    private static final byte LF = '\n';
    private static final byte CR = '\r';

    private final int maxLength;
    private final TelnetFilter telnet = new TelnetFilter();
    private final LineAssembler assembler;

    private @Nullable ByteBuf held;
    private @Nullable Object endOfInput;
    private boolean inputEnded;
    private boolean wasReset;
    private boolean decoding;

    /** What comes next begins a line, and not the connection, where a byte-order mark may be. */
    private boolean atLineStart;

    /** @param maxLength the longest line, in bytes, its end and Telnet sequences not counted */
    public LineDecoder(int maxLength) {
        this.maxLength = maxLength;
        this.assembler = new LineAssembler(maxLength);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        ByteBuf in = (ByteBuf) msg;
        held = held == null ? in : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(ctx.alloc(), held, in);
        decode(ctx);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            endOfInput = event;
            decode(ctx);
        } else if (event == PeerReset.SEEN) {
            wasReset = true;
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    /** Reading was switched on: what is held comes first. */
    @Override
    public void read(ChannelHandlerContext ctx) {
        if (held != null || endOfInput != null) {
            decode(ctx);
            // The transport ends only those reads that it began itself.
            ctx.fireChannelReadComplete();
        }
        // Once the input has ended, epoll takes a request for more of it as a mistake.
        if (mayPassOn(ctx) && !inputEnded) {
            ctx.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        releaseHeld();
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        releaseHeld();
    }

    private void decode(ChannelHandlerContext ctx) {
        if (decoding) {
            return; // whoever got a line switched reading on: the loop below goes on by itself
        }
        decoding = true;
        try {
            // Whoever gets a line may remove this handler: nothing is remembered from one byte to the next.
            while (held != null && mayPassOn(ctx)) {
                Line line = atLineStart ? wholeLine(held) : null;
                if (line != null) {
                    ctx.fireChannelRead(line);
                } else if (held.isReadable()) {
                    decode(ctx, held.readByte());
                }
                if (held != null && !held.isReadable()) {
                    releaseHeld();
                }
            }
            if (held == null && endOfInput != null && mayPassOn(ctx)) {
                // A reset does not end a line: who knows how it would have gone on.
                passOn(ctx, wasReset ? null : assembler.finish());
            }
            // Asked anew, for whoever got that last line may have switched reading off.
            if (held == null && endOfInput != null && mayPassOn(ctx)) {
                Object event = endOfInput;
                endOfInput = null;
                ctx.fireUserEventTriggered(event);
            }
        } finally {
            decoding = false;
        }
    }

    /**
     * Nearly every line comes in one piece and has nothing in it that needs a closer look. Such a line is taken as a
     * whole: to look at each byte made up more than half of what a short message cost. Null for any other; a line is only
     * tried once.
     */
    private @Nullable Line wholeLine(ByteBuf in) {
        int start = in.readerIndex();
        int end = in.indexOf(start, in.writerIndex(), LF);
        int length = end - start;
        if (end >= 0 && length <= maxLength) {
            boolean crLf = length > 0 && in.getByte(end - 1) == CR;
            String text = in.toString(start, crLf ? length - 1 : length, UTF_8);
            // Whatever is no UTF-8, Telnet's sequences too, has become U+FFFD; what really was one is just as rare.
            if (text.indexOf(CR) < 0 && text.indexOf('\uFFFD') < 0) {
                in.readerIndex(end + 1);
                return new Line.Text(text);
            }
        }
        atLineStart = false;
        return null;
    }

    private void decode(ChannelHandlerContext ctx, byte b) {
        switch (telnet.classify(b)) {
            case TYPED -> {
                atLineStart = b == LF;
                passOn(ctx, assembler.add(b));
            }
            case INVALID -> {
                assembler.invalidate();
                passOn(ctx, assembler.add(b));
            }
            case TIMING_MARK -> ctx.fireChannelRead(TimingMark.REQUESTED);
            case PART_OF_A_SEQUENCE -> {}
        }
    }

    private static void passOn(ChannelHandlerContext ctx, @Nullable Line line) {
        if (line != null) {
            ctx.fireChannelRead(line);
        }
    }

    private static boolean mayPassOn(ChannelHandlerContext ctx) {
        return ctx.channel().config().isAutoRead();
    }

    private void releaseHeld() {
        if (held != null) {
            held.release();
            held = null;
        }
    }
}

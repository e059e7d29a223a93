package dev.natter.client;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds a server that owes answers and says nothing whatever: its host has vanished, or it hangs. Stands first in the
 * pipeline, as any byte is a sign of life. Event loop only.
 */
final class AnswerTimeout extends ChannelInboundHandlerAdapter {

    /** How long nothing may be heard while answers are due. */
    static final long SECONDS = 120;

    private final BooleanSupplier answersAreDue;
    private final Runnable onTimeout;

    private @Nullable ChannelHandlerContext context;
    private long silentSince;
    private boolean checking;

    AnswerTimeout(BooleanSupplier answersAreDue, Runnable onTimeout) {
        this.answersAreDue = answersAreDue;
        this.onTimeout = onTimeout;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** From now on an answer is due, and none was before. */
    void begin() {
        if (context != null) {
            silentSince = now(context);
            if (!checking) {
                checkAfter(context, TimeUnit.SECONDS.toNanos(SECONDS));
            }
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.fireChannelReadComplete();
        // Behind what listeners made of it: while they take their time, nothing can be heard.
        silentSince = now(ctx);
    }

    private void checkAfter(ChannelHandlerContext ctx, long nanos) {
        checking = true;
        ctx.executor().schedule(() -> check(ctx), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext ctx) {
        checking = false;
        if (!ctx.channel().isActive() || !answersAreDue.getAsBoolean()) {
            return;
        }
        long left = silentSince + TimeUnit.SECONDS.toNanos(SECONDS) - now(ctx);
        if (left > 0) {
            checkAfter(ctx, left);
        } else {
            onTimeout.run();
        }
    }

    private static long now(ChannelHandlerContext ctx) {
        return ctx.executor().ticker().nanoTime();
    }
}

package dev.natter.protocol.format;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Tells whether a text has nothing but visible characters of ASCII and spaces; eight at a time. */
final class PrintableAscii {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    // Each of the eight bytes of a word.
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long SPACES = ' ' * ONES;
    private static final long DELETES = 0x7F * ONES;

    private PrintableAscii() {}

    static boolean is(byte[] text, int length) {
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(text, i);
            // The high bit of a byte is set in one of these if it is no ASCII, less than a space, or DEL.
            // A byte only borrows from the next if it has said so already.
            if (((eight | (eight - SPACES) | ((eight ^ DELETES) - ONES)) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; i < length; i++) {
            if (text[i] < ' ' || text[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }
}

package dev.natter.client.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What each text begins with: {@code 00000007.00001234}, its sender and its number among that sender's, from 0. Reading one
 * takes two loads and no string.
 */
final class Stamp {

    static final int LENGTH = 17;

    /** The largest sender and the largest number. */
    static final int MAX = 99_999_999;

    private static final int DIGITS = 8;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Stamp() {}

    /** Whether there is one. {@link #LENGTH} bytes from there on have to be in the array. */
    static boolean isAt(byte[] bytes, int at) {
        return bytes[at + DIGITS] == '.' && areDigits(eight(bytes, at)) && areDigits(eight(bytes, at + DIGITS + 1));
    }

    static int sender(byte[] bytes, int at) {
        return number(eight(bytes, at));
    }

    static int number(byte[] bytes, int at) {
        return number(eight(bytes, at + DIGITS + 1));
    }

    /** Each from 0 to {@link #MAX}. */
    static void write(byte[] bytes, int at, int sender, int number) {
        writeDigits(bytes, at, sender);
        bytes[at + DIGITS] = '.';
        writeNumber(bytes, at, number);
    }

    /** Changes the number of a stamp that is there. */
    static void writeNumber(byte[] bytes, int at, int number) {
        writeDigits(bytes, at + DIGITS + 1, number);
    }

    private static void writeDigits(byte[] bytes, int at, int number) {
        int rest = number;
        for (int i = at + DIGITS - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static long eight(byte[] bytes, int at) {
        return (long) EIGHT_BYTES.get(bytes, at);
    }

    /** All eight at once: a byte below '0' borrows, one above '9' carries, into its highest bit. */
    private static boolean areDigits(long eight) {
        return ((eight | eight - 0x3030303030303030L | eight + 0x4646464646464646L) & 0x8080808080808080L) == 0;
    }

    /** Digits to pairs, pairs to fours, fours to eight: three multiplications instead of seven. */
    private static int number(long eight) {
        long pairs = ((eight & 0x0F0F0F0F0F0F0F0FL) * (1 + (10L << 8))) >>> 8;
        long fours = ((pairs & 0x00FF00FF00FF00FFL) * (1 + (100L << 16))) >>> 16;
        return (int) (((fours & 0x0000FFFF0000FFFFL) * (1 + (10_000L << 32))) >>> 32);
    }
}

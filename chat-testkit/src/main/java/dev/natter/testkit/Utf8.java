package dev.natter.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 without mercy: {@code new String} would replace what is wrong, and a test would never know. */
final class Utf8 {
    private Utf8() {}

    static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder() // reports what is malformed, unlike Charset.decode
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}

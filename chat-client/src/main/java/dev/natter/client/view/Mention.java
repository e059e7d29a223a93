package dev.natter.client.view;

import dev.natter.protocol.name.Nick;
import java.util.regex.Pattern;

/** Finds a person's name in what somebody says. */
final class Mention {

    private Mention() {}

    /** The name as a word of its own, in capitals or not. */
    static Pattern of(Nick nick) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{M}\\p{Nd}_])" + Pattern.quote(nick.toString()) + "(?![\\p{L}\\p{M}\\p{Nd}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static boolean isIn(String text, Nick nick) {
        // No shorter than the name, which is so for most texts that are not about anybody.
        return text.length() >= nick.toString().length()
                && of(nick).matcher(text).find();
    }
}

package dev.natter.server.system;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody said, as it came to a listener: the same for all of them, whatever their formats and current rooms.
 *
 * @param where the room, or {@link #PRIVATE}
 * @param from a nick; {@code you} in what a text listener said in private to somebody else
 * @param text without characters that JSON would escape
 */
public record Heard(String where, String from, String text) {

    static final String PRIVATE = "private";

    private static final Pattern TEXT = Pattern.compile("\\[(?!server])(\\w+)(?: in (#\\w+)| (to) \\w+)?] (.*)");
    private static final Pattern JSON =
            Pattern.compile("\\{\"type\":\"(?:message|private)\",\"time\":\"[^\"]*\",(?:\"room\":\"([^\"]*)\",)?"
                    + "\"from\":\"([^\"]*)\",(?:\"to\":\"[^\"]*\",)?\"text\":\"([^\"]*)\"}");

    /**
     * What this line says.
     *
     * @param current the listener's current room, which text lines do not name
     * @return empty if nobody said it but the server
     */
    public static Optional<Heard> in(String line, String current) {
        Matcher text = TEXT.matcher(line);
        if (text.matches()) {
            String room = text.group(2) == null ? current : text.group(2);
            return Optional.of(new Heard(text.group(3) == null ? room : PRIVATE, text.group(1), text.group(4)));
        }
        Matcher json = JSON.matcher(line);
        if (json.matches()) {
            String where = json.group(1) == null ? PRIVATE : json.group(1);
            return Optional.of(new Heard(where, json.group(2), json.group(3)));
        }
        return Optional.empty();
    }

    boolean isPublic() {
        return !where.equals(PRIVATE);
    }
}

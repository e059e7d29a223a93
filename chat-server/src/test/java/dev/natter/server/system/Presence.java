package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is in a room besides the listener, as the events tell it (in JSON). Nobody may come twice, go twice, or speak
 * without being there, and the counts must be right.
 */
final class Presence {

    private final Set<String> present = new LinkedHashSet<>();
    private final Set<String> causes = new LinkedHashSet<>();

    void hears(String event) {
        String type = field(event, "type");
        switch (type) {
            case "joined" -> {
                assertThat(present.add(field(event, "nick"))).as(event).isTrue();
                assertThat(online(event)).as(event).isEqualTo(present.size() + 1);
            }
            case "left" -> {
                assertThat(present.remove(field(event, "nick"))).as(event).isTrue();
                assertThat(online(event)).as(event).isEqualTo(present.size() + 1);
                causes.add(field(event, "cause"));
            }
            case "renamed" -> {
                assertThat(present.remove(field(event, "was"))).as(event).isTrue();
                assertThat(present.add(field(event, "nick"))).as(event).isTrue();
            }
            case "message" -> assertThat(present).as(event).contains(field(event, "from"));
            default -> throw new AssertionError("not an event of a room: " + event);
        }
    }

    Set<String> present() {
        return present;
    }

    /** Why those who left have left. */
    Set<String> causes() {
        return causes;
    }

    private static int online(String event) {
        return Integer.parseInt(find(event, "\"online\":(\\d+)"));
    }

    private static String field(String event, String name) {
        return find(event, "\"" + name + "\":\"([^\"]*)\"");
    }

    private static String find(String event, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(event);
        assertThat(matcher.find()).as(pattern + " in " + event).isTrue();
        return matcher.group(1);
    }
}

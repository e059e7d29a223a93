package dev.natter.protocol.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.cases.Resource;
import java.util.Arrays;
import java.util.List;

/** A file that says how things are to be written: each behind its name, {@code # name}, byte for byte. */
record Golden(String file) {

    void isExactly(String actual) {
        String expected = text();
        // The lines first: they show better what differs.
        assertThat(actual.lines())
                .as(file)
                .containsExactlyElementsOf(expected.lines().toList());
        assertThat(actual).as(file).isEqualTo(expected);
    }

    /** What stands in it besides the names. */
    List<String> lines() {
        return Arrays.stream(text().split("\n"))
                .filter(line -> !line.startsWith("# "))
                .toList();
    }

    private String text() {
        return new String(Resource.read("golden/" + file), UTF_8);
    }
}

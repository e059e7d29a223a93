package dev.natter.protocol.cases;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value as files of cases write it: records as {@code Tell(Person(bob), "hi")}, texts in quotes, null as {@code -}.
 * Unlike a record's own toString it tells a text from a name and keeps no secrets.
 */
public final class Shown {

    private Shown() {}

    public static String of(@Nullable Object value) {
        if (value == null) {
            return "-";
        }
        if (value instanceof Record) {
            return value.getClass().getSimpleName()
                    + Arrays.stream(value.getClass().getRecordComponents())
                            .map(component -> of(get(value, component)))
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }

    private static @Nullable Object get(Object value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of another package must be public", e);
        }
    }
}

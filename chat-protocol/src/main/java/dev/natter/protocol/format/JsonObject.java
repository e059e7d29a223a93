package dev.natter.protocol.format;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose fields are asked for by name and type. A field that is absent or of another type is an
 * {@link IllegalArgumentException}.
 */
record JsonObject(Map<String, @Nullable Object> fields) {

    static JsonObject parse(String text) throws IOException {
        try (JsonParser json = Json.FACTORY.createParser(text)) {
            json.nextToken();
            if (!(value(json) instanceof JsonObject object) || json.nextToken() != null) {
                throw new JsonParseException(json, "not one object");
            }
            return object;
        }
    }

    String string(String field) {
        return typed(field, String.class);
    }

    @Nullable
    String stringOrNull(String field) {
        return fields.get(field) == null ? null : string(field);
    }

    long number(String field) {
        Number number = typed(field, Number.class);
        if (number instanceof Integer || number instanceof Long) {
            return number.longValue();
        }
        throw new IllegalArgumentException("no whole number in the field " + field);
    }

    int integer(String field) {
        return Math.toIntExact(number(field));
    }

    boolean bool(String field) {
        return typed(field, Boolean.class);
    }

    /** The strings of an array; none if the field is absent. */
    List<String> strings(String field) {
        return list(field, String.class);
    }

    /** The objects of an array; none if the field is absent. */
    List<JsonObject> objects(String field) {
        return list(field, JsonObject.class);
    }

    private <T> List<T> list(String field, Class<T> type) {
        if (!fields.containsKey(field)) {
            return List.of();
        }
        List<?> values = typed(field, List.class);
        return values.stream().map(type::cast).toList();
    }

    private <T> T typed(String field, Class<T> type) {
        Object value = fields.get(field);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " in the field " + field);
        }
        return type.cast(value);
    }

    /** The value that the parser stands at. */
    private static @Nullable Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new JsonParseException(json, "nothing there");
        }
        return switch (token) {
            case START_OBJECT -> object(json);
            case START_ARRAY -> array(json);
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new JsonParseException(json, "unexpected " + token);
        };
    }

    private static JsonObject object(JsonParser json) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (fields.containsKey(name)) {
                throw new JsonParseException(json, "twice the field " + name);
            }
            fields.put(name, value(json));
        }
        return new JsonObject(fields);
    }

    private static List<@Nullable Object> array(JsonParser json) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return values;
    }
}

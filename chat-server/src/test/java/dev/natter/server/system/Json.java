package dev.natter.server.system;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Reads a line as a program does that knows nothing of natter. */
final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /**
     * The fields of the object that this line is.
     *
     * @return a list's members with blanks between them, and of objects in objects nothing but that they are there
     * @throws AssertionError if it is not one whole object
     */
    static Map<String, String> fields(String line) {
        try (JsonParser parser = FACTORY.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new AssertionError("not an object: " + line);
            }
            Map<String, String> fields = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                fields.put(name, value(parser));
            }
            if (parser.nextToken() != null) {
                throw new AssertionError("more than an object: " + line);
            }
            return fields;
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + line, e);
        }
    }

    private static String value(JsonParser parser) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_OBJECT) {
            parser.skipChildren();
            return "{}";
        }
        if (token != JsonToken.START_ARRAY) {
            return parser.getText();
        }
        StringJoiner members = new StringJoiner(" ");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            members.add(parser.getText());
            parser.skipChildren();
        }
        return members.toString();
    }
}

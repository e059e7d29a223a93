package dev.natter.protocol.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A file beside the tests. */
public final class Resource {

    private Resource() {}

    public static byte[] read(String name) {
        try (InputStream in = Resource.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

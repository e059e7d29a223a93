package dev.natter.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.natter.protocol.name.BadNameException;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads favourites, as lines of {@code name.key = value}. What is wrong anywhere in the file is refused. */
final class FavouritesFile {

    private static final Set<String> KEYS = Set.of("address", "nick", "rooms", "tls", "tls-ca", "insecure");
    private static final String EXPECTED_KEYS = "expected address, nick, rooms, tls, tls-ca or insecure";

    private final Path file;
    private final @Nullable Path home;
    private final Properties lines = new UniqueKeys();

    private FavouritesFile(Path file, @Nullable Path home) {
        this.file = file;
        this.home = home;
    }

    /**
     * All favourites, by name.
     *
     * @param home what {@code ~} stands for; null if nobody knows
     * @throws ConfigException if the file cannot be read, or something in it is wrong
     */
    static List<Favourite> read(Path file, @Nullable Path home) {
        FavouritesFile favourites = new FavouritesFile(file, home);
        favourites.load();
        return favourites.names().stream().map(favourites::favourite).toList();
    }

    private void load() {
        try {
            String content = Files.readString(file, UTF_8);
            lines.load(new StringReader(content.startsWith("\uFEFF") ? content.substring(1) : content));
        } catch (IOException e) {
            throw new ConfigException(
                    file + ": cannot be read; expected lines of name.key = value (" + reason(e) + ")");
        } catch (IllegalArgumentException e) {
            throw new ConfigException(file + ": expected \\u and four hexadecimal digits, or no backslash");
        }
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "permission denied"
                : e instanceof CharacterCodingException ? "it is not UTF-8" : String.valueOf(e.getMessage());
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String line : new TreeSet<>(lines.stringPropertyNames())) {
            int dot = line.indexOf('.');
            String name = dot < 0 ? line : line.substring(0, dot);
            if (!Favourites.isName(name)) {
                throw wrong(line, "\"" + name + "\" is not a name; expected letters, digits, - or _");
            }
            if (dot < 0) {
                throw wrong(line, "expected a name and a key, such as " + line + ".address");
            }
            String key = line.substring(dot + 1);
            if (!KEYS.contains(key)) {
                throw wrong(line, "there is no \"" + key + "\"; " + EXPECTED_KEYS);
            }
            names.add(name);
        }
        return names;
    }

    private Favourite favourite(String name) {
        ServerAddress address = value(name + ".address", ServerAddress::parse);
        if (address == null) {
            throw new ConfigException(
                    file + ": " + name + " has no address; expected a line " + name + ".address = HOST[:PORT]");
        }
        Nick nick = value(name + ".nick", Nick::of);
        List<RoomName> rooms = value(name + ".rooms", FavouritesFile::rooms);
        Boolean tls = value(name + ".tls", FavouritesFile::yes);
        Path authorities = value(name + ".tls-ca", this::path);
        boolean insecure = Boolean.TRUE.equals(value(name + ".insecure", FavouritesFile::yes));
        if (insecure && authorities != null) {
            throw wrong(name + ".insecure", "cannot go together with " + name + ".tls-ca");
        }
        if (Boolean.FALSE.equals(tls) && (insecure || authorities != null)) {
            throw wrong(name + ".tls", "\"no\" cannot go together with " + name + (insecure ? ".insecure" : ".tls-ca"));
        }
        return new Favourite(
                file,
                name,
                address,
                nick,
                rooms == null ? List.of() : rooms,
                Boolean.TRUE.equals(tls) || insecure || authorities != null,
                authorities,
                insecure);
    }

    private <T> @Nullable T value(String key, Function<String, T> reader) {
        String value = lines.getProperty(key);
        try {
            return value == null ? null : reader.apply(value.strip());
        } catch (BadNameException | IllegalArgumentException e) {
            throw wrong(key, String.valueOf(e.getMessage()));
        }
    }

    private static List<RoomName> rooms(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("there is nothing; expected rooms, such as #dev #ops");
        }
        return Stream.of(value.split("[\\s,]+")).map(RoomName::of).toList();
    }

    private static boolean yes(String value) {
        return switch (value) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException("\"" + value + "\" is not yes or no");
        };
    }

    private Path path(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("there is nothing; expected a file of certificates in PEM");
        }
        if (value.startsWith("~/") && home != null) {
            return home.resolve(value.substring("~/".length()));
        }
        return file.resolveSibling(value);
    }

    private ConfigException wrong(String key, String what) {
        return new ConfigException(file + ": " + key + ": " + what);
    }

    /** Of two lines with the same key {@link Properties} would quietly take the last. */
    private final class UniqueKeys extends Properties {

        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw wrong(String.valueOf(key), "stands there twice");
            }
            return super.put(key, value);
        }
    }
}

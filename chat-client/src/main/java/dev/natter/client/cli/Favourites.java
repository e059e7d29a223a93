package dev.natter.client.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The servers that a user has given names, in {@code natter/favourites.properties} below the folder for configuration of the
 * XDG Base Directory Specification. The file is read anew each time that somebody asks.
 */
public final class Favourites {

    /** No dot and no colon: what has one is an address, and never looked for here. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]*");

    private final @Nullable Path home;
    private final @Nullable Path file;

    private Favourites(@Nullable Path home, @Nullable Path file) {
        this.home = home;
        this.file = file;
    }

    /** Those of the user whose environment this is. Whoever has neither XDG_CONFIG_HOME nor HOME has none. */
    public static Favourites of(Surroundings surroundings) {
        String homeVariable = surroundings.variable("HOME");
        Path home = homeVariable == null ? null : Path.of(homeVariable);
        String configHome = surroundings.variable("XDG_CONFIG_HOME");
        // The specification has us ignore a relative one.
        Path folder = configHome != null && Path.of(configHome).isAbsolute()
                ? Path.of(configHome)
                : home == null ? null : home.resolve(".config");
        return new Favourites(home, folder == null ? null : folder.resolve("natter/favourites.properties"));
    }

    /** Whether a word could be a favourite's name: letters, digits, {@code -} and {@code _}. */
    static boolean isName(String word) {
        return NAME.matcher(word).matches();
    }

    /**
     * The favourite of that name; empty if there is none, or if the word cannot be a name.
     *
     * @throws ConfigException if the file is wrong, wherever in it
     */
    public Optional<Favourite> find(String word) {
        return isName(word)
                ? all().stream()
                        .filter(favourite -> favourite.name().equals(word))
                        .findFirst()
                : Optional.empty();
    }

    /**
     * All of them, by name.
     *
     * @throws ConfigException if the file is wrong
     */
    public List<Favourite> all() {
        return file == null || !exist() ? List.of() : FavouritesFile.read(file, home);
    }

    /** Whether the user has written any down. */
    boolean exist() {
        return file != null && Files.exists(file);
    }
}

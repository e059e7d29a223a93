package dev.natter.client.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server that is meant, by its address or by a favourite's name.
 *
 * @param favourite the favourite that was named; null if it was an address
 * @param hint what to say besides where there is no such host; may be empty
 */
record Target(ServerAddress address, @Nullable Favourite favourite, String hint) {

    private static final Target DEFAULT = new Target(ServerAddress.DEFAULT, null, "");

    /**
     * Finds out what is meant.
     *
     * @param argument what was given on the command line; null if nothing was: then the environment counts
     * @throws IllegalArgumentException if that is no address; the message says what was expected
     * @throws ConfigException if it could be a favourite, and these cannot be read
     */
    static Target given(@Nullable String argument, Surroundings surroundings) {
        if (argument != null) {
            return named(argument, surroundings);
        }
        String variable = surroundings.variable("NATTER_HOST");
        if (variable == null) {
            return DEFAULT;
        }
        try {
            return named(variable, surroundings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("NATTER_HOST: " + e.getMessage(), e);
        }
    }

    private static Target named(String word, Surroundings surroundings) {
        Favourites favourites = Favourites.of(surroundings);
        Optional<Favourite> favourite = favourites.find(word);
        if (favourite.isPresent()) {
            return new Target(favourite.get().address(), favourite.get(), "");
        }
        boolean couldHaveBeenOne = Favourites.isName(word) && favourites.exist();
        return new Target(
                ServerAddress.parse(word), null, couldHaveBeenOne ? "; there is no favourite of that name either" : "");
    }
}

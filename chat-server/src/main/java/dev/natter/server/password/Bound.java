package dev.natter.server.password;

/** What a hash may ask for. */
final class Bound {

    private Bound() {}

    /**
     * The number that a parameter of a hash has.
     *
     * @param digits nine of them at most
     * @throws IllegalArgumentException if it is out of its bounds
     */
    static int check(String parameter, String digits, int min, int max) {
        int number = Integer.parseInt(digits);
        if (number < min || number > max) {
            throw new IllegalArgumentException(
                    "the hash has " + parameter + "=" + number + "; expected " + min + " to " + max);
        }
        return number;
    }
}

package dev.natter.protocol.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/**
 * The rules that nicks and room names share.
 *
 * <p>ICU's data decide, not the JDK's: which names are the same must not change with the Java version that a server
 * happens to run on. Nearly every name is ASCII, which is settled without it.
 */
final class NameRules {

    static final String PUNCTUATION = "_-.|^{}~`";

    private NameRules() {}

    /** The form in which a name is kept and shown: NFC. */
    static String normalize(String name) {
        return isAscii(name) ? name : Normalizer2.getNFCInstance().normalize(name);
    }

    /** What two spellings of the same name have in common: NFKC and full case folding. */
    static String fold(String name) {
        return isAscii(name)
                ? name.toLowerCase(Locale.ROOT)
                : Normalizer2.getNFKCCasefoldInstance().normalize(name);
    }

    /** Whether the code points from {@code start} on are 1 to {@code max} of those that names are made of. */
    static boolean isWellFormed(String name, int start, int max) {
        int length = name.codePointCount(start, name.length());
        return length >= 1
                && length <= max
                && name.substring(start).codePoints().allMatch(NameRules::isAllowed);
    }

    /** Whether the name's scripts are such that a letter could pass for another's (UTS #39, "highly restrictive"). */
    static boolean mixesScripts(String name) {
        return !isAscii(name) && !Scripts.of(name).areHighlyRestrictive();
    }

    static boolean isLetter(int codePoint) {
        return codePoint < 0x80 ? Character.isLetter(codePoint) : UCharacter.isLetter(codePoint);
    }

    static boolean isDigit(int codePoint) {
        return codePoint < 0x80 ? Character.isDigit(codePoint) : UCharacter.isDigit(codePoint);
    }

    private static boolean isAllowed(int codePoint) {
        if (codePoint < 0x80) {
            return Character.isLetterOrDigit(codePoint) || PUNCTUATION.indexOf(codePoint) >= 0;
        }
        return switch (UCharacter.getType(codePoint)) {
            case UCharacterCategory.UPPERCASE_LETTER,
                    UCharacterCategory.LOWERCASE_LETTER,
                    UCharacterCategory.TITLECASE_LETTER,
                    UCharacterCategory.MODIFIER_LETTER,
                    UCharacterCategory.OTHER_LETTER,
                    UCharacterCategory.DECIMAL_DIGIT_NUMBER,
                    UCharacterCategory.NON_SPACING_MARK,
                    UCharacterCategory.COMBINING_SPACING_MARK,
                    UCharacterCategory.ENCLOSING_MARK ->
                !UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
            default -> false;
        };
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }
}

package dev.natter.protocol.name;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The scripts that a name is written in; those that go with any (Common, Inherited) do not count. */
record Scripts(Set<Integer> codes) {

    /** The sets of UTS #39, section 5.2, that are seen together without one's letters passing for another's. */
    private static final List<Set<Integer>> TOGETHER = List.of(
            Set.of(UScript.LATIN, UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA),
            Set.of(UScript.LATIN, UScript.HAN, UScript.BOPOMOFO),
            Set.of(UScript.LATIN, UScript.HAN, UScript.HANGUL));

    static Scripts of(String name) {
        return new Scripts(name.codePoints()
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .boxed()
                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean areHighlyRestrictive() {
        return codes.size() <= 1 || TOGETHER.stream().anyMatch(set -> set.containsAll(codes));
    }
}

package dev.natter.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.cases.Case;
import dev.natter.protocol.cases.Escapes;
import dev.natter.protocol.cases.RandomText;
import dev.natter.protocol.cases.Shown;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CommandParserTest {

    private static final int LINES = 100_000;

    static List<Case> cases() {
        return Case.read("parser-cases.txt");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsALineAsTheCaseSays(Case each) {
        Request request = CommandParser.parse(Escapes.text(each.input()));
        assertThat(Shown.of(request)).isEqualTo(Escapes.text(each.expected()));
    }

    @Test
    void theEmptyLineIsBlank() {
        assertThat(CommandParser.parse("")).isEqualTo(new Request.Blank());
    }

    @Test
    void everyVerbHasItsCases() {
        Set<Verb> verbs = cases().stream()
                .map(each -> CommandParser.parse(Escapes.text(each.input())))
                .filter(Command.class::isInstance)
                .map(request -> ((Command) request).verb())
                .collect(Collectors.toSet());
        assertThat(verbs).containsExactlyInAnyOrder(Verb.values());
    }

    @Test
    void anyLineIsEitherCarriedOutOrRefusedWithTheVerbThatItBeginsWith() {
        RandomText random = new RandomText(3);
        List<Verb> verbs = Arrays.asList(Verb.values());
        for (int i = 0; i < LINES; i++) {
            Verb verb = verbs.get(i % verbs.size());
            Request request = CommandParser.parse(verb + " " + random.ofCodePoints(8));
            if (request instanceof Command command) {
                assertThat(command.verb()).isEqualTo(verb);
            } else {
                assertThat(((Request.Malformed) request).command()).isEqualTo(verb.name());
            }
        }
    }

    @Test
    void anyTextAtAllIsARequest() {
        RandomText random = new RandomText(4);
        for (int i = 0; i < LINES; i++) {
            assertThat(CommandParser.parse(random.ofCodePoints(8))).isNotNull();
        }
    }
}

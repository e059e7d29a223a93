package dev.natter.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.command.Verb.Permission;
import dev.natter.protocol.message.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What is true of all commands. */
final class EveryVerbTest {

    private final CommandsUnderTest commands = new CommandsUnderTest();

    @ParameterizedTest
    @EnumSource
    void hasAHandlerWhoseReplyIsItsOwn(Verb verb) {
        Typist operator = commands.connectsAsOperator("alice");
        commands.connects("bob");
        operator.types("FORMAT JSON", "JOIN #dev").takeLines();
        operator.types(anExampleOf(verb));
        assertThat(operator.takeLines())
                .filteredOn(line -> line.startsWith("{\"type\":\"ok\""))
                .singleElement()
                .asString()
                .startsWith("{\"type\":\"ok\",\"command\":\"" + verb + "\"");
    }

    @ParameterizedTest
    @EnumSource
    void isForTheOneWhoMayUseIt(Verb verb) {
        Typist alice = commands.connects("alice");
        commands.connects("bob");
        alice.types(anExampleOf(verb));
        assertThat(alice.takeReplies()).singleElement().satisfies(reply -> {
            boolean refused = reply instanceof Reply.Refused refusal
                    && refusal.code() == ErrorCode.NOT_OPERATOR
                    && verb.name().equals(refusal.command());
            assertThat(refused).isEqualTo(verb.permission() == Permission.OPERATORS);
        });
        assertThat(commands.control().stops()).isEmpty();
        assertThat(commands.chat().chat().online()).isEqualTo(verb == Verb.QUIT ? 1 : 2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NICK", "JOIN", "LEAVE", "QUIT"})
    void isForTheConsoleToo(Verb verb) {
        Typist console = commands.connectsTheConsole();
        commands.connects("bob");
        console.types(anExampleOf(verb));
        assertThat(console.takeReplies()).singleElement().isNotInstanceOf(Reply.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"NICK", "JOIN", "LEAVE", "QUIT"})
    void exceptThoseThatWouldTakeTheConsoleAway(Verb verb) {
        Typist console = commands.connectsTheConsole();
        console.types(anExampleOf(verb))
                .hears("[server] error: the console is always server in #lobby; SHUTDOWN ends it");
        assertThat(console.session().isGone()).isFalse();
    }

    /** A new verb does not compile without one. */
    private static String anExampleOf(Verb verb) {
        return switch (verb) {
            case NICK -> "NICK anna";
            case MSG -> "MSG hello";
            case TELL -> "TELL bob hello";
            case WHO -> "WHO";
            case WHOIS -> "WHOIS bob";
            case JOIN -> "JOIN #dev";
            case LEAVE -> "LEAVE";
            case ROOMS -> "ROOMS";
            case OPER -> "OPER " + CommandsUnderTest.PASSWORD;
            case KILL -> "KILL bob spam";
            case FORMAT -> "FORMAT JSON";
            case ECHO -> "ECHO ON";
            case PING -> "PING";
            case HELP -> "HELP";
            case QUIT -> "QUIT bye";
            case STATS -> "STATS";
            case SHUTDOWN -> "SHUTDOWN maintenance";
        };
    }
}

package dev.natter.client.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.protocol.command.ErrorCode;
import dev.natter.protocol.command.Verb;
import dev.natter.protocol.message.Departure;
import dev.natter.protocol.message.Event;
import dev.natter.protocol.message.Reply;
import dev.natter.protocol.name.Nick;
import dev.natter.protocol.name.RoomName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class ColouredViewTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Nick ALICE = Nick.of("alice");
    private static final Nick BOB = Nick.of("bob");
    private static final RoomName DEV = RoomName.of("#dev");

    private final Timestamps timestamps = new Timestamps(ZoneOffset.UTC, true);
    private final ColouredView view = new ColouredView(Theme.monochrome(), timestamps);

    @Test
    void whoSaysItStandsInFrontOfIt() {
        assertThat(shown(message(RoomName.LOBBY, BOB, "hello"))).containsExactly("12:00 <bob> hello");
    }

    @Test
    void anotherRoomIsNamed() {
        assertThat(shown(message(DEV, BOB, "hello"))).containsExactly("12:00 #dev <bob> hello");
    }

    @Test
    void whatOnlyTwoHearIsSetApart() {
        assertThat(shown(heard(new Event.PrivateMessage(NOON, BOB, ALICE, "psst"))))
                .containsExactly("12:00 [bob to you] psst");
        assertThat(shown(new Item.Said(heard(new Event.PrivateMessage(NOON, ALICE, BOB, "psst")))))
                .containsExactly("12:00 [you to bob] psst");
        assertThat(shown(heard(new Event.PrivateMessage(NOON, ALICE, ALICE, "psst"))))
                .containsExactly("12:00 [alice to you] psst");
    }

    @Test
    void noticesHaveASignInFrontThatNobodyCanSay() {
        assertThat(shown(joined(1))).containsExactly("12:00 --> nick1 joined #lobby (1 online)");
        assertThat(shown(heard(new Event.Left(
                        NOON, RoomName.LOBBY, BOB, 2, new Departure(Departure.Cause.KILLED, ALICE, "spam")))))
                .containsExactly("12:00 <-- bob left #lobby (2 online, killed by alice): spam");
        assertThat(shown(new Item.Answered(NOON, Verb.NICK, new Reply.Named(ALICE))))
                .containsExactly("12:00 -- you are now alice");
        assertThat(shown(new Item.Answered(
                        NOON, Verb.NICK, new Reply.Refused("NICK", ErrorCode.NICK_IN_USE, "it is in use"))))
                .containsExactly("12:00 -- error: it is in use");
    }

    @Test
    void nothingThatIsSaidGetsOutOfItsLine() {
        assertThat(shown(message(RoomName.LOBBY, BOB, "\u001b[2J\r\n12:00 <alice> \t\u009b1m\u202egnp\u2028.")))
                .containsExactly("12:00 <bob> \u241B[2J\u240D\u240A12:00 <alice>     \uFFFD1m\uFFFDgnp\uFFFD.");
        assertThat(shown(new Item.Complaint(NOON, "\u001b[2J"))).containsExactly("12:00 -- error: \u241B[2J");
        assertThat(shown(new Item.Remark(NOON, List.of("motd \u001b]0;x\u0007"))))
                .containsExactly("12:00 -- motd \u241B]0;x\u2407");
    }

    @Test
    void manyWhoComeAndGoInARowBecomeOneLine() {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            lines.addAll(shown(joined(i)));
        }
        assertThat(lines).hasSize(3);
        assertThat(view.isHolding()).isTrue();
        assertThat(shown(message(RoomName.LOBBY, BOB, "what a crowd")))
                .containsExactly(
                        "12:00 -- 9 joined #lobby (12 online): nick4, nick5, nick6, nick7, nick8 and others",
                        "12:00 <bob> what a crowd");
        assertThat(view.isHolding()).isFalse();
        assertThat(shown(joined(13))).hasSize(1);
    }

    @Test
    void whatWasHeldBackIsShownAfterAWhile() {
        for (int i = 1; i <= 5; i++) {
            shown(joined(i));
        }
        assertThat(view.rest())
                .extracting(AttributedString::toString)
                .containsExactly("12:00 -- 2 joined #lobby (5 online): nick4, nick5");
        shown(joined(6));
        assertThat(view.rest())
                .extracting(AttributedString::toString)
                .containsExactly("12:00 --> nick6 joined #lobby (6 online)");
        assertThat(view.rest()).isEmpty();
    }

    @Test
    void aDayBeginsWithALine() {
        shown(message(RoomName.LOBBY, BOB, "good night"));
        Instant morning = NOON.plusSeconds(86_400);
        assertThat(shown(new Item.Remark(morning, List.of("good morning"))))
                .containsExactly("-- Saturday, 21 November 2026 --", "12:00 -- good morning");
        assertThat(shown(new Item.Remark(NOON, List.of("a clock that is a little late"))))
                .hasSize(1);
    }

    @Test
    void aDayBeginsBeforeWhatWasHeldBack() {
        for (int i = 1; i <= 3; i++) {
            shown(joined(i));
        }
        Instant morning = NOON.plusSeconds(86_400);
        shown(heard(new Event.Joined(morning, RoomName.LOBBY, BOB, 4)));
        assertThat(view.rest())
                .extracting(AttributedString::toString)
                .containsExactly("-- Saturday, 21 November 2026 --", "12:00 --> bob joined #lobby (4 online)");
    }

    @Test
    void whoTakesAnotherNameInTheCrowdIsToldOfByThatName() {
        for (int i = 1; i <= 4; i++) {
            shown(joined(i));
        }
        shown(heard(new Event.Renamed(NOON, Nick.of("nick4"), Nick.of("dora"))));
        shown(heard(new Event.Renamed(NOON, Nick.of("old"), Nick.of("new"))));
        assertThat(view.rest())
                .extracting(AttributedString::toString)
                .containsExactly("12:00 -- 1 joined #lobby (4 online): dora", "12:00 -- old is now new");
    }

    @Test
    void timesCanBeSwitchedOff() {
        timestamps.turn(false);
        assertThat(shown(message(RoomName.LOBBY, BOB, "hello"))).containsExactly("<bob> hello");
        assertThat(view.indent()).isEqualTo(2);
    }

    @Test
    void aNickHasTheSameColourEachTimeWhateverItsSpelling() {
        Theme theme = Theme.coloured(256);
        assertThat(theme.nick(Nick.of("ALICE"))).isEqualTo(theme.nick(ALICE));
        assertThat(List.of("a", "b", "c", "d", "e", "f", "g", "h"))
                .extracting(name -> theme.nick(Nick.of(name)))
                .satisfies(colours ->
                        assertThat(colours.stream().distinct().count()).isGreaterThan(3));
    }

    @Test
    void whoeverNamesThisPersonStandsOut() {
        ColouredView coloured = new ColouredView(Theme.coloured(8), timestamps);
        AttributedString line =
                coloured.lines(message(RoomName.LOBBY, BOB, "Alice: hi")).get(0);
        assertThat(line.styleAt(line.toString().indexOf("bob")))
                .isEqualTo(Theme.coloured(8).mention());
        assertThat(line.styleAt(line.toString().indexOf("Alice")))
                .isEqualTo(Theme.coloured(8).me());
        assertThat(line.styleAt(line.toString().indexOf(": hi")))
                .isNotEqualTo(Theme.coloured(8).me());
    }

    @Test
    void aMentionIsTheNameAsAWordOfItsOwn() {
        assertThat(List.of("alice", "ALICE!", "hi @alice,", "(alice)", "alice's", "für alice."))
                .allMatch(text -> Mention.isIn(text, ALICE));
        assertThat(List.of("malice", "alices", "alice_", "alice2", "ali ce"))
                .noneMatch(text -> Mention.isIn(text, ALICE));
        assertThat(Mention.isIn("a.b", Nick.of("a.b"))).isTrue();
        assertThat(Mention.isIn("axb", Nick.of("a.b"))).isFalse();
    }

    private List<String> shown(Item item) {
        return view.lines(item).stream().map(AttributedString::toString).toList();
    }

    private static Item.Heard joined(int number) {
        return heard(new Event.Joined(NOON, RoomName.LOBBY, Nick.of("nick" + number), number));
    }

    private static Item.Heard message(RoomName room, Nick from, String text) {
        return heard(new Event.Message(NOON, room, from, text));
    }

    private static Item.Heard heard(Event event) {
        return new Item.Heard(event, ALICE, RoomName.LOBBY);
    }
}

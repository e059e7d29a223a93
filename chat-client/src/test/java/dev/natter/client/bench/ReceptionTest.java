package dev.natter.client.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTest {

    private final Tally tally = new Tally();
    private final Reception reception = new Reception(2, tally);

    /** Of a sender who has sent four messages. */
    @ParameterizedTest
    @CsvSource({
        "0 1 2 3,         4, 0, 0, 0",
        "0 1 3,           3, 1, 0, 0",
        "0 1 2,           3, 1, 0, 0",
        "3,               1, 3, 0, 0",
        "0 1 1 2 3,       4, 0, 1, 0",
        "0 1 2 3 3 3,     4, 0, 2, 0",
        "0 2 1 3,         4, 0, 0, 1",
        "3 2 1 0,         4, 0, 0, 3",
        "3 0 0 3,         2, 2, 2, 1",
        "1 0 2 0,         3, 1, 1, 1",
    })
    void counts(String numbers, int delivered, int lost, int doubled, int outOfOrder) {
        Arrays.stream(numbers.split(" ")).mapToInt(Integer::parseInt).forEach(number -> reception.take(0, number));
        assertThat(tally.delivered).as("delivered").isEqualTo(delivered);
        assertThat(reception.lost(0, 4)).as("lost").isEqualTo(lost);
        assertThat(tally.doubled).as("doubled").isEqualTo(doubled);
        assertThat(tally.outOfOrder).as("out of order").isEqualTo(outOfOrder);
    }

    @Test
    void sendersAreCountedForThemselves() {
        reception.take(0, 0);
        reception.take(1, 0);
        reception.take(1, 1);
        reception.take(0, 1);
        assertThat(tally.delivered).isEqualTo(4);
        assertThat(reception.lost(0, 2)).isZero();
        assertThat(reception.lost(1, 3)).isOne();
    }

    @Test
    void saysWhetherAMessageCameForTheFirstTime() {
        assertThat(reception.take(0, 1)).isTrue();
        assertThat(reception.take(0, 0)).isTrue();
        assertThat(reception.take(0, 0)).isFalse();
        assertThat(reception.take(0, 1)).isFalse();
    }
}

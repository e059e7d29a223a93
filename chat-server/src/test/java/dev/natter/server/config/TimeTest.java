package dev.natter.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class TimeTest {

    private final Ranges.Time time = new Ranges.Time();

    @ParameterizedTest
    @CsvSource({"0, PT0S", "30, PT30S", "30s, PT30S", "30S, PT30S", "2m, PT2M", "1h, PT1H", "' 5s ', PT5S"})
    void hasAUnitOrNone(String value, Duration expected) {
        assertThat(time.convert(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-1", "1.5s", "1 s", "30ms", "1d", "1m30s", "1000000000"})
    void anythingElseIsRefused(String value) {
        assertThatThrownBy(() -> time.convert(value))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("\"" + value + "\" is not a time such as 30s, 2m or 1h");
    }
}

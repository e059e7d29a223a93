package dev.natter.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

final class SizeTest {

    private final Ranges.Size size = new Ranges.Size();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "65536, 65536",
        "65536B, 65536",
        "64KiB, 65536",
        "64kib, 65536",
        "1MiB, 1048576",
        "2GiB, 2147483648",
        "' 5KiB ', 5120",
        "8589934591GiB, 9223372035781033984",
        "999999999999999, 999999999999999",
    })
    void hasAUnitOrNone(String value, long bytes) {
        assertThat(size.convert(value)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "KiB",
                "-1",
                "+1",
                "1.5MiB",
                "1 MiB",
                "1MB",
                "1M",
                "1TiB",
                "0x10",
                "1_000",
                "٣",
                "8589934592GiB",
                "1000000000000000"
            })
    void anythingElseIsRefused(String value) {
        assertThatThrownBy(() -> size.convert(value))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("\"" + value + "\" is not a size such as 65536, 64KiB or 1MiB");
    }
}

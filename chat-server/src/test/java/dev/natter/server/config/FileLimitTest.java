package dev.natter.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever is asked for, there are no more connections than files. */
final class FileLimitTest {

    private static final FileLimit FEW = new FileLimit(1024, 1);
    private static final FileLimit MANY = new FileLimit(1_000_000, 8);

    @Test
    void theUsualIsLoweredWhereThereAreFewFiles() {
        assertThat(FEW.connections(null)).isEqualTo(921);
        assertThat(FEW.warning(null))
                .contains("room for 921 connections only: the system allows 1024 open files (ulimit -n)");
        assertThat(MANY.connections(null)).isEqualTo(10_000);
        assertThat(MANY.warning(null)).isEmpty();
    }

    @Test
    void whatTheOperatorAsksForIsLoweredToo() {
        assertThat(FEW.connections(5000)).isEqualTo(921);
        assertThat(FEW.warning(5000))
                .contains("--max-connections 5000 is lowered to 921: the system allows 1024 open files (ulimit -n)");
        assertThat(FEW.connections(921)).isEqualTo(921);
        assertThat(FEW.warning(921)).isEmpty();
        assertThat(MANY.connections(50_000)).isEqualTo(50_000);
        assertThat(MANY.warning(50_000)).isEmpty();
    }

    @Test
    void noLimitStaysNone() {
        assertThat(FEW.connections(0)).isZero();
        assertThat(FEW.warning(0))
                .contains("--max-connections 0 is no limit, but there is room for about 921 only:"
                        + " the system allows 1024 open files (ulimit -n)");
        assertThat(MANY.connections(0)).isZero();
        assertThat(MANY.warning(0)).isEmpty();
    }

    @Test
    void thereIsRoomForOneAtLeast() {
        assertThat(new FileLimit(60, 2).connections(null)).isEqualTo(1);
        assertThat(new FileLimit(Long.MAX_VALUE, 1).connections(Integer.MAX_VALUE))
                .isEqualTo(Integer.MAX_VALUE);
    }
}

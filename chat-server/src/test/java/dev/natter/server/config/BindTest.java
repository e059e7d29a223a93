package dev.natter.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BindTest {

    @TempDir
    private Path folder;

    @Test
    void everyInterfaceIsAStar() {
        assertThat(new Reading(folder).config("--bind", "*").addresses())
                .singleElement()
                .matches(InetAddress::isAnyLocalAddress);
    }

    @Test
    void aHostNameIsAllOfItsAddresses() throws Exception {
        assertThat(new Reading(folder).config("--bind", "localhost").addresses())
                .containsExactly(InetAddress.getAllByName("localhost"));
    }

    @Test
    void theSameAddressTwiceIsOnce() {
        assertThat(new Reading(folder)
                        .config("--bind", "127.0.0.1", "--bind", "::1,127.0.0.1")
                        .addresses())
                .map(InetAddress::getHostAddress)
                .containsExactly("127.0.0.1", "0:0:0:0:0:0:0:1");
    }
}

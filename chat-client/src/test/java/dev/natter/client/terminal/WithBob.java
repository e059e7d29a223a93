package dev.natter.client.terminal;

import dev.natter.client.RealServer;
import dev.natter.testkit.Telnet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server for each test, and Bob on it with a raw connection, for Alice to talk to. */
abstract class WithBob {

    RealServer server;
    Telnet bob;

    @BeforeEach
    void startServer() throws Exception {
        server = RealServer.start();
        bob = server.person("bob");
    }

    @AfterEach
    void stopServer() {
        bob.close();
        server.close();
    }
}

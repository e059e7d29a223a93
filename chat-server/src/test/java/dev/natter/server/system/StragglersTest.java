package dev.natter.server.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;
import java.util.ArrayList;
import java.util.List;

/** Open sockets without a place under the limits keep nobody out, and are told what they have to know. */
class StragglersTest {

    /** More than the server lets linger. */
    private static final int MANY = 120;

    @WithOneAndTwoEventLoops
    void inAStormEveryRefusedOneIsToldWhy(int loops) {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops, "--max-connections=1");
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome()) {
            List<Telnet> refused = connect(MANY, server);
            for (Telnet each : refused) {
                assertThat(each.linesUntilEnd()).containsExactly("[server] error: too many connections");
            }
            refused.forEach(Telnet::close);
            alice.isQuiet();
        }
    }

    @WithOneAndTwoEventLoops
    void whoeverQuitsAndNeverClosesKeepsNobodyOut(int loops) {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops, "--max-connections=2");
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome()) {
            List<Telnet> departed = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                Telnet guest = connect(1, server).get(0).takesWelcome();
                departed.add(guest.sends("QUIT"));
                alice.hears("[server] guest2 joined #lobby (2 online)").hears("[server] guest2 left #lobby (1 online)");
            }
            departed.forEach(Telnet::isDisconnected);
            departed.forEach(Telnet::close);
        }
    }

    private static List<Telnet> connect(int count, InProcessServer server) {
        List<Telnet> guests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            guests.add(Telnet.connect("guest " + i, server.addresses().get(0)));
        }
        return guests;
    }
}

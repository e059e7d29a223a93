package dev.natter.server.system;

import dev.natter.server.InProcessServer;
import dev.natter.testkit.Telnet;

/** Whoever says something and goes at once is heard, every time: a script's {@code printf | nc} is no gamble. */
class HangUpTest {

    private static final int TIMES = 200;

    @WithOneAndTwoEventLoops
    void whatWasSaidBeforeHangingUpIsDelivered(int loops) {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops);
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome()) {
            for (int i = 0; i < TIMES; i++) {
                try (Telnet bot = Telnet.connect("bot", server.addresses().get(0))) {
                    bot.sends("NICK bot\nMSG build " + i + " passed").hangUp();
                    bot.hears("[server] Welcome to natter. You are guest2 in #lobby (2 online). *")
                            .hears("[server] you are now bot")
                            .isDisconnected();
                    hearsAVisit(alice, "build " + i + " passed");
                }
            }
            alice.isQuiet();
        }
    }

    @WithOneAndTwoEventLoops
    void whatWasSaidBeforeClosingIsDelivered(int loops) {
        try (InProcessServer server = InProcessServer.with("--io-threads=" + loops);
                Telnet alice =
                        Telnet.connect("alice", server.addresses().get(0)).takesWelcome()) {
            for (int i = 0; i < TIMES; i++) {
                Telnet bot = Telnet.connect("bot", server.addresses().get(0));
                bot.sends("NICK bot\nMSG build " + i + " passed").close();
                hearsAVisit(alice, "build " + i + " passed");
            }
            alice.isQuiet();
        }
    }

    /** Whoever has closed answers the server's lines with a reset, so it may leave as one whose connection was lost. */
    private static void hearsAVisit(Telnet listener, String text) {
        listener.hears("[server] guest2 joined #lobby (2 online)")
                .hears("[server] guest2 is now bot")
                .hears("[bot] " + text)
                .hears("[server] bot left #lobby (1 online*)");
    }
}

package dev.natter.server.system;

import dev.natter.testkit.Telnet;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody in two rooms who keeps what is said there. Nothing is read before it is asked for, so nobody listens who
 * should be speaking.
 */
final class Listener implements AutoCloseable {

    static final String LOBBY = "#lobby";
    static final String SECOND = "#second";

    private final String nick;
    private final boolean json;
    private final String current;
    private final Telnet telnet;

    /** @param current which of the rooms is the current one: lines from the other read differently */
    Listener(String nick, SocketAddress address, boolean json, String current) {
        this.nick = nick;
        this.json = json;
        this.current = current;
        Telnet newcomer = Telnet.connect(nick, address);
        telnet = (json ? newcomer.takesJsonWelcome() : newcomer.takesWelcome()).takesNick(nick);
        telnet.sends("JOIN " + SECOND).sends("JOIN " + current).settles();
    }

    String nick() {
        return nick;
    }

    boolean isJson() {
        return json;
    }

    Telnet telnet() {
        return telnet;
    }

    /** All lines that come before somebody says this. */
    List<String> linesUntil(Heard word) {
        List<String> lines = new ArrayList<>();
        for (String line = telnet.nextLine(); !hear(line).equals(List.of(word)); line = telnet.nextLine()) {
            lines.add(line);
        }
        return lines;
    }

    /** What people say in these lines. */
    List<Heard> heardIn(List<String> lines) {
        return lines.stream().flatMap(line -> hear(line).stream()).toList();
    }

    private List<Heard> hear(String line) {
        return Heard.in(line, current).stream().toList();
    }

    @Override
    public void close() {
        telnet.close();
    }
}

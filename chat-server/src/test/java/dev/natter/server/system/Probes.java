package dev.natter.server.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;

/** What programs send first that take this for something else, or want to know what it is. A character a byte. */
public final class Probes {

    public static final Map<String, byte[]> ALL = new LinkedHashMap<>();

    static {
        add("AMQP", "AMQP\0\0\u0009\u0001");
        add("BitTorrent", "\u0013BitTorrent protocol\0\0\0\0\0\0\0\0" + "x".repeat(40));
        add("Cassandra", "\u0004\0\0\0\u0005\0\0\0\0");
        add("DNS over TCP", "\0\u001E\0\u0006\u0001\0\0\u0001\0\0\0\0\0\0\u0007version\u0004bind\0\0\u0010\0\u0003");
        add("FTP", "USER anonymous\r\nPASS guest@\r\nSYST\r\nPASV\r\n");
        add("git", "0032git-upload-pack /project.git\0host=localhost\0");
        add("HTTP", "GET / HTTP/1.0\r\n\r\n");
        add("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0");
        add("IMAP", "a1 CAPABILITY\r\na2 LOGIN root root\r\n");
        add("IRC", "CAP LS 302\r\nNICK probe\r\nUSER probe 0 * :probe\r\nJOIN #chat\r\nPRIVMSG #chat :hello\r\n");
        add("Java RMI", "JRMI\0\u0002K");
        add("Java serialization", "\u00AC\u00ED\0\u0005sr\0\u0011java.util.HashMap");
        add("Kafka", "\0\0\0\u001D\0\u0012\0\0\0\0\0\u0001\0\u000Fconsumer-client");
        add("Kerberos", "\0\0\0qn\u0081n0\u0081k\u00A1\u0003\u0002\u0001\u0005\u00A2\u0003\u0002\u0001\n");
        add("LDAP", "0\f\u0002\u0001\u0001`\u0007\u0002\u0001\u0003\u0004\0\u0080\0");
        add("memcached", "stats\r\nset x 0 60 5\r\nhello\r\n");
        add("memcached, binary", "\u0080\u000B\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
        add(
                "MongoDB",
                "A\0\0\0:0\0\0\u00FF\u00FF\u00FF\u00FF\u00D4\u0007\0\0\0\0\0\0test.$cmd\0\0\0\0\0\u00FF\u00FF\u00FF\u00FF");
        add("MQTT", "\u0010\u0010\0\u0004MQTT\u0004\u0002\0<\0\u0004nmap");
        add("MySQL", "\n\0\0\u0001\u0085\u00A6? \0\0\0\u0001root\0");
        add("NFS", "\u0080\0\0(r\u00FE\u001D\u0013\0\0\0\0\0\0\0\u0002\0\u0001\u0086\u00A3\0\u0001\u0097|\0\0\0\0");
        add("Oracle TNS", "\0Z\0\0\u0001\0\0\0\u00016\u0001,\0\0\b\0\u007F\u00FF\u007F\b\0\0\0\u0001");
        add("POP3", "USER root\r\nPASS root\r\nSTAT\r\n");
        add("PostgreSQL", "\0\0\0\b\u0004\u00D2\u0016/");
        add("PPTP", "\0\u009C\0\u0001\u001A+<M\0\u0001\0\0\u0001\0\0\0");
        add(
                "PROXY protocol, version 2",
                "\r\n\r\n\0\r\nQUIT\n!\u0011\0\f\u007F\0\0\u0001\u007F\0\0\u0001\u00CF\u0006\u001Ea");
        add("RDP", "\u0003\0\0\u0013\u000E\u00E0\0\0\0\0\0\u0001\0\b\0\u000B\0\0\0");
        add("Redis", "*1\r\n$4\r\nPING\r\n*3\r\n$6\r\nCONFIG\r\n$3\r\nGET\r\n$1\r\n*\r\n");
        add("RPC", "\u0080\0\0(r\u00FE\u001D\u0013\0\0\0\0\0\0\0\u0002\0\u0001\u0086\u00A0\0\u0001\u0097|\0\0\0\0");
        add("rsync", "@RSYNCD: 31.0\n#list\n");
        add("RTSP", "OPTIONS / RTSP/1.0\r\nCSeq: 1\r\n\r\n");
        add("SIP", "OPTIONS sip:nm SIP/2.0\r\nVia: SIP/2.0/TCP nm;branch=foo\r\nCall-ID: 50000\r\n\r\n");
        add("SMB", "\0\0\0\u00A4\u00FFSMBr\0\0\0\0\b\u0001@\0\0\0\0\0\0\0\0\0\0\0\0\0\0@\u0006\0\0\u0001\0\0\u0081\0");
        add(
                "SMTP",
                "EHLO localhost\r\nMAIL FROM:<root@localhost>\r\nRCPT TO:<root@localhost>\r\nDATA\r\nhello\r\n.\r\nQUIT\r\n");
        add("SOCKS 4", "\u0004\u0001\0\u0016\u007F\0\0\u0001root\0");
        add("SOCKS 5", "\u0005\u0004\0\u0001\u0002\u0080\u0005\u0001\0\u0003\ngoogle.com\0P");
        add("SSH", "SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n\0\0\u0005\u00DC\u0006\u0014" + "\u0001".repeat(40));
        add("STUN", "\0\u0001\0\0!\u0012\u00A4B" + "\u0007".repeat(12));
        add(
                "Telnet, many options",
                "\u00FF\u00FD\u0003\u00FF\u00FB\u0018\u00FF\u00FA\u0018\0XTERM\u00FF\u00F0".repeat(2000));
        add("Telnet, many questions", "\u00FF\u00FD\u0006".repeat(20_000));
        add("VNC", "RFB 003.008\n");
        add("X11", "l\0\u000B\0\0\0\0\0\0\0\0\0");
        add("XML", "<?xml version='1.0'?><stream:stream to='localhost' xmlns='jabber:client' version='1.0'>");
        add("zeroes", "\0".repeat(100_000));
        add("all bytes", allBytes().repeat(100));
    }

    private Probes() {}

    private static void add(String name, String bytes) {
        ALL.put(name, bytes.getBytes(ISO_8859_1));
    }

    private static String allBytes() {
        StringBuilder bytes = new StringBuilder();
        for (char b = 0; b <= 0xFF; b++) {
            bytes.append(b);
        }
        return bytes.toString();
    }
}

package dev.natter.server.setup;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.util.IPAddress;

/** What a server may be called by those who connect. */
final class Hosts {

    private Hosts() {}

    /** The names and addresses by which a machine reaches itself. */
    static List<String> ofThisMachine() {
        List<String> hosts = new ArrayList<>(List.of("localhost", "127.0.0.1", "::1"));
        try {
            String own = InetAddress.getLocalHost().getHostName();
            if (!hosts.contains(own)) {
                name(own);
                hosts.add(own);
            }
        } catch (UnknownHostException | IllegalArgumentException e) {
            // it has no name by which it could be reached
        }
        return hosts;
    }

    /**
     * A host as a certificate names it.
     *
     * @throws IllegalArgumentException if it is neither a host name nor an IP address
     */
    static GeneralName name(String host) {
        if (IPAddress.isValid(host)) {
            return new GeneralName(GeneralName.iPAddress, host);
        }
        String ascii = IDN.toASCII(host, IDN.USE_STD3_ASCII_RULES);
        if (ascii.isEmpty() || ascii.matches("[\\d.]+")) {
            throw new IllegalArgumentException("neither a host name nor an IP address");
        }
        return new GeneralName(GeneralName.dNSName, ascii);
    }
}

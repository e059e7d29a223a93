package dev.natter.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.natter.server.net.ConnectionLimits.Admission;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class ConnectionLimitsTest {

    private static final String FULL = "too many connections";
    private static final String FULL_FROM_THERE = "too many connections from your address";

    @Test
    void soManyAndNoMore() {
        ConnectionLimits limits = new ConnectionLimits(2, 0);
        admitted(limits, "10.0.0.1");
        Admission.Place second = admitted(limits, "10.0.0.2");
        refused(limits, "10.0.0.3", FULL);
        limits.release(second);
        admitted(limits, "10.0.0.3");
        refused(limits, "10.0.0.2", FULL);
    }

    @Test
    void soManyFromOneAddressAndNoMore() {
        ConnectionLimits limits = new ConnectionLimits(0, 2);
        Admission.Place first = admitted(limits, "10.0.0.1");
        Admission.Place second = admitted(limits, "10.0.0.1");
        refused(limits, "10.0.0.1", FULL_FROM_THERE);
        admitted(limits, "10.0.0.2");
        limits.release(first);
        limits.release(second);
        admitted(limits, "10.0.0.1");
        admitted(limits, "10.0.0.1");
        refused(limits, "10.0.0.1", FULL_FROM_THERE);
    }

    @Test
    void whoeverIsRefusedTakesUpNoPlace() {
        ConnectionLimits limits = new ConnectionLimits(2, 1);
        Admission.Place first = admitted(limits, "10.0.0.1");
        refused(limits, "10.0.0.1", FULL_FROM_THERE);
        refused(limits, "10.0.0.1", FULL_FROM_THERE);
        limits.release(first);
        admitted(limits, "10.0.0.1");
        admitted(limits, "10.0.0.2");
        refused(limits, "10.0.0.3", FULL);
    }

    @Test
    void zeroIsNoLimit() {
        ConnectionLimits limits = new ConnectionLimits(0, 0);
        for (int i = 0; i < 10_000; i++) {
            admitted(limits, "10.0.0.1");
        }
    }

    @Test
    void anIpv6NetworkIsOneAddress() {
        ConnectionLimits limits = new ConnectionLimits(0, 1);
        Admission.Place place = admitted(limits, "2001:db8:0:1::1");
        refused(limits, "2001:db8:0:1:ffff:ffff:ffff:ffff", FULL_FROM_THERE);
        admitted(limits, "2001:db8:0:2::1");
        limits.release(place);
        admitted(limits, "2001:db8:0:1::2");
        refused(limits, "2001:db8:0:1::1", FULL_FROM_THERE);
    }

    @Test
    void anIpv4AddressIsTheSameThroughAnIpv6Socket() throws UnknownHostException {
        byte[] mapped = NetUtil.createByteArrayFromIpAddressString("::ffff:10.0.0.1");
        ConnectionLimits limits = new ConnectionLimits(0, 1);
        admitted(limits, "10.0.0.1");
        assertThat(limits.admit(InetAddress.getByAddress(mapped))).isEqualTo(new Admission.Refusal(FULL_FROM_THERE));
        admitted(limits, "10.0.0.2");
    }

    private static Admission.Place admitted(ConnectionLimits limits, String address) {
        Admission admission = limits.admit(ip(address));
        assertThat(admission).as(address).isInstanceOf(Admission.Place.class);
        return (Admission.Place) admission;
    }

    private static void refused(ConnectionLimits limits, String address, String reason) {
        assertThat(limits.admit(ip(address))).as(address).isEqualTo(new Admission.Refusal(reason));
    }

    private static InetAddress ip(String address) {
        return NetUtil.createInetAddressFromIpAddressString(address);
    }
}

package io.zoombookings.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackUrlsTest {

    private final CallbackUrls guarded = new CallbackUrls(false);
    private final CallbackUrls open = new CallbackUrls(true);

    @Test
    void anHttpsAddressIsRight() {
        assertThat(guarded.problem("https://clinic.example:8443/hooks?x=1")).isEmpty();
        assertThat(guarded.problem("https://8.8.8.8/hooks")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "clinic.example", "http://clinic.example/", "ftp://clinic.example/", "https:///x",
        "https://u:p@clinic.example/", "https://clinic.example/#x", "https://a b.example/", "mailto:a@b.example",
        "https://localhost/", "https://127.0.0.1/", "https://10.1.2.3/", "https://192.168.1.1/", "https://169.254.1.1/",
        "https://100.64.0.1/", "https://[::1]/", "https://[fd00::1]/", "https://[64:ff9b:1::7f00:1]/",
        "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/", "https://[2002:7f00:1::]/", "https://clinic.example:0/", "https://clinic.example:65536/", "https://0.0.0.0/", "http://localhost/"})
    void othersAreRefused(String url) {
        assertThat(guarded.problem(url)).isPresent();
    }

    @Test
    void ownAddressesAreRightOnlyWhereTheOperatorAllowsThem() {
        assertThat(open.problem("http://localhost:9000/hook")).isEmpty();
        assertThat(open.problem("http://127.0.0.1:9000/hook")).isEmpty();
        assertThat(open.problem("http://clinic.example/hook")).isPresent();
        assertThat(open.problem("https://clinic.example/" + "x".repeat(2000))).isPresent();
    }

    @Test
    void whatANameResolvesToIsJudgedTheSameWay() throws UnknownHostException {
        assertThat(guarded.mayCall(InetAddress.getByName("127.0.0.1"))).isFalse();
        assertThat(guarded.mayCall(InetAddress.getByName("fe80::1"))).isFalse();
        assertThat(guarded.mayCall(InetAddress.getByName("8.8.8.8"))).isTrue();
        assertThat(open.mayCall(InetAddress.getByName("127.0.0.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::7f00:1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2002:808:808::", "2606:4700::5efe:a00:1", "100::1", "2001:db8::1", "2002:7f00:1::", "169.254.169.254",
        "fd00:ec2::254", "100.100.100.200", "168.63.129.16", "192.0.0.192", "198.18.0.1", "255.255.255.255", "224.0.0.1"})
    void noDisguiseHelpsAPrivateAddress(String address) throws UnknownHostException {
        assertThat(guarded.mayCall(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"64:ff9b::808:808", "2606:4700::1111", "192.0.2.1", "168.63.129.17"})
    void publicAddressesMayBeCalled(String address) throws UnknownHostException {
        assertThat(guarded.mayCall(InetAddress.getByName(address))).isTrue();
    }
}

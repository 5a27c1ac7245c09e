package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.net.IDN;
import java.util.List;

/** A host name. What is one, the JDK takes for one, too; it is the same name when it is read again. */
public final class HostNameFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes("www.a.ac.jp"),
                FuzzTarget.bytes("WWW.xn--wgv71a.jp"),
                FuzzTarget.bytes("a-b.c--d.example.com"),
                FuzzTarget.bytes("192.0.2.1"),
                FuzzTarget.bytes("xn--a.jp"));
    }

    @Override
    public void take(byte[] input) {
        DnsName.parse(FuzzTarget.text(input)).ifPresent(name -> {
            assertThat(DnsName.parse(name.value())).contains(name);
            assertThat(name.value().length()).isLessThanOrEqualTo(253);
            assertThat(IDN.toASCII(name.value(), IDN.USE_STD3_ASCII_RULES)).isEqualTo(name.value());
        });
    }
}

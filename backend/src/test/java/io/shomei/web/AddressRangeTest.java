package io.shomei.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24,192.0.2.255,true",
        "192.0.2.0/24,192.0.3.0,false",
        "192.0.2.128/25,192.0.2.127,false",
        "192.0.2.1,192.0.2.1,true",
        "192.0.2.1,192.0.2.2,false",
        "0.0.0.0/0,203.0.113.9,true",
        "0.0.0.0/0,::1,false",
        "::1/128,::1,true",
        "2001:db8::/32,2001:db8:ffff::1,true",
        "2001:db8::/32,2001:db9::1,false",
        "::/0,127.0.0.1,false",
        "127.0.0.0/8,::ffff:127.0.0.1,true",
        "192.0.2.7/24,192.0.2.200,true"
    })
    void anAddressIsInTheRangeOrNot(String range, String address, boolean inside) throws Exception {
        assertThat(AddressRange.parse(range).contains(InetAddress.getByName(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "::/129",
                "192.0.2.0/x",
                "192.0.2.0/",
                "192.0.2",
                "192.0.2.1.5",
                "192.0.02.1",
                "192.0.2.256",
                "3221225985",
                "fe80::1%eth0",
                "[::1]",
                "192.0.2.0/024x",
                "192.0.2.0/+4",
                "example.jp/8"
            })
    void whatIsNoRangeIsRefusedAtStart(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2001:0DB8:0:0:0:0:0:1,2001:db8::1",
        "0:0:0:0:0:0:0:1,::1",
        "::ffff:192.0.2.1,192.0.2.1",
        "2001:db8::/32,2001:db8::/32",
        "192.0.2.1/32,192.0.2.1"
    })
    void aRangeHasOneText(String written, String text) {
        assertThat(AddressRange.parse(written)).hasToString(text);
    }
}

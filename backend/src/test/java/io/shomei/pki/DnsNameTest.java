package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.DnsName.Check;
import io.shomei.pki.DnsName.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"www.a.ac.jp", "WWW.A.AC.JP", "a-1.example", "xn--wgv71a.jp", "1.2.3.a"})
    void aHostNameIsLowered(String text) {
        assertThat(DnsName.parse(text))
                .hasValueSatisfying(name -> assertThat(name.value()).isLowerCase());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "'', EMPTY", "intranet, SINGLE_LABEL", "*.a.jp, WILDCARD", "192.0.2.1, IP_ADDRESS",
                        "2001:db8::1, IP_ADDRESS",
                "a.123, IP_ADDRESS", "a_b.jp, BAD_CHARACTER", "日本.jp, BAD_CHARACTER", "-a.jp, LABEL_EDGE",
                        "a-.jp, LABEL_EDGE",
                "a..jp, LABEL_EDGE", ".a.jp, LABEL_EDGE", "a.jp., LABEL_EDGE", "ab--c.jp, BAD_A_LABEL",
                        "a b.jp, BAD_CHARACTER"
            })
    void aFaultIsNamed(String text, Fault fault) {
        assertThat(DnsName.check(text)).isEqualTo(new Check.Bad(fault));
    }

    /** RFC 6761 6.3: the one name of one label that means something. */
    @Test
    void theMachinesOwnNameIsGood() {
        assertThat(DnsName.faultOf("localhost")).isEmpty();
    }

    @Test
    void lengthsAreBounded() {
        assertThat(DnsName.faultOf("a".repeat(64) + ".jp")).contains(Fault.LABEL_TOO_LONG);
        assertThat(DnsName.faultOf("a.".repeat(126) + "jp")).contains(Fault.TOO_LONG);
        String cn65 = "a".repeat(62) + ".jp";
        assertThat(DnsName.check(cn65, DnsName.MAX_IN_COMMON_NAME)).isEqualTo(new Check.Bad(Fault.TOO_LONG));
        assertThat(DnsName.faultOf(cn65)).isEmpty();
    }

    @Test
    void aDomainHoldsItselfAndWhatIsBelow() {
        var name = new DnsName("www.a.ac.jp");
        assertThat(name.isWithin("a.ac.jp")).isTrue();
        assertThat(name.isWithin("A.AC.jp")).isTrue();
        assertThat(name.isWithin("www.a.ac.jp")).isTrue();
        assertThat(name.isWithin("w.a.ac.jp")).isFalse();
        assertThat(new DnsName("evil-a.ac.jp").isWithin("a.ac.jp")).isFalse();
        assertThat(name.isWithin("")).isFalse();
    }
}

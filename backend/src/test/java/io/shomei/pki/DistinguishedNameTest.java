package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.pki.DnSyntaxException.Reason;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistinguishedNameTest {

    @Test
    void aCommaInsideAValueIsPartOfIt() {
        var name = DistinguishedName.parse("CN=www.a.ac.jp,OU=One,OU=Two, Inc.,O=A University, Tokyo,C=JP");
        assertThat(name.first(AttributeType.O)).contains("A University, Tokyo");
        assertThat(name.all(AttributeType.OU)).containsExactly("One", "Two, Inc.");
        assertThat(name.hasOrder(
                        AttributeType.CN, AttributeType.OU, AttributeType.OU, AttributeType.O, AttributeType.C))
                .isTrue();
        assertThat(name.hasOrder(AttributeType.CN, AttributeType.O, AttributeType.C))
                .isFalse();
    }

    @Test
    void theCertificateHasTheMostSignificantFirst() {
        var name = DistinguishedName.parse("CN=a.jp,O=A,C=JP");
        assertThat(new X500Principal(name.encoded()).getName()).isEqualTo("CN=a.jp,O=A,C=JP");
        assertThat(HexFormat.of().formatHex(name.encoded())).startsWith("3028310b3009060355040613024a50");
        assertThat(DistinguishedName.ofDer(name.encoded())).isEqualTo(name);
    }

    @Test
    void aNameKeepsTheBytesItWasReadFrom() {
        byte[] printable = new X500Principal("CN=a.jp,O=A,C=JP").getEncoded();
        var name = DistinguishedName.ofDer(printable);
        assertThat(name.encoded()).isEqualTo(printable);
        assertThat(name).isEqualTo(DistinguishedName.parse("CN=a.jp,O=A,C=JP"));
    }

    @Test
    void theReverseOrderIsTheSameName() {
        var name = DistinguishedName.parse("CN=a.jp,OU=x,OU=y,O=A,C=JP");
        var reverse = DistinguishedName.parse("C=JP,O=A,OU=y,OU=x,CN=a.jp");
        assertThat(name.sameAttributes(reverse)).isTrue();
        assertThat(name.encoded()).isEqualTo(reverse.encoded());
        assertThat(name.sameAttributes(DistinguishedName.parse("CN=a.jp,OU=y,OU=x,O=A,C=JP")))
                .isFalse();
        assertThat(name.sameAttributes(DistinguishedName.parse("CN=A.jp,OU=x,OU=y,O=A,C=JP")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | EMPTY | 0",
                "www.a.ac.jp | NO_ATTRIBUTE | 0",
                "CN=a,DC=jp | UNKNOWN_ATTRIBUTE | 5",
                "cn=a,C=JP | NAME_NOT_UPPER_CASE | 0",
                "CN=a, O=b | SPACE_AROUND_SEPARATOR | 5",
                "CN =a | SPACE_AROUND_SEPARATOR | 2",
                "CN= a | SPACE_AROUND_SEPARATOR | 3",
                "CN=a ,C=JP | SPACE_AROUND_SEPARATOR | 4",
                "CN=,C=JP | EMPTY_VALUE | 3",
                "CN=a,CN=b | REPEATED_ATTRIBUTE | 5",
                "CN=a\u202Eb | BAD_CHARACTER | 4",
                "CN=a,C=日本 | BAD_CHARACTER | 7",
            })
    void aFaultIsNamedWithItsPlace(String text, Reason reason, int position) {
        assertThatThrownBy(() -> DistinguishedName.parse(text))
                .isInstanceOfSatisfying(DnSyntaxException.class, fault -> {
                    assertThat(fault.reason()).isEqualTo(reason);
                    assertThat(fault.position()).isEqualTo(position);
                });
    }

    @Test
    void anRdnOfSeveralValuesIsRefused() {
        byte[] a = Der.sequence(Der.oid("2.5.4.3"), Der.utf8("a"));
        byte[] b = Der.sequence(Der.oid("2.5.4.3"), Der.utf8("b"));
        assertThatThrownBy(() -> DistinguishedName.ofDer(Der.sequence(Der.set(a, b))))
                .isInstanceOf(DnSyntaxException.class);
    }

    @Test
    void aNameWeMakeReadsBackFromItsText() {
        var smuggled = List.of(new Attribute(AttributeType.O, "A,C=US"), new Attribute(AttributeType.C, "JP"));
        assertThatThrownBy(() -> DistinguishedName.of(smuggled))
                .isInstanceOfSatisfying(
                        DnSyntaxException.class,
                        fault -> assertThat(fault.reason()).isEqualTo(Reason.AMBIGUOUS_VALUE));
        var prose = List.of(new Attribute(AttributeType.O, "A, x=1"));
        assertThat(DistinguishedName.parse(DistinguishedName.of(prose).text()).attributes())
                .isEqualTo(prose);
        assertThatThrownBy(() -> DistinguishedName.of(List.of(new Attribute(AttributeType.C, "J*"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

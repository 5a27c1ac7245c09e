package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;

/** The name in a certificate or a request. It keeps its octets, and others see as many attributes of the same types. */
public final class DistinguishedNameFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                Fixtures.SERVER_NAME.encoded(),
                DistinguishedName.parse("CN=証明 太郎,OU=情報基盤センター,OU=二,O=Shomei,ST=Tokyo,C=JP,E=a@a.jp,serialNumber=1")
                        .encoded(),
                new X500Principal("CN=a, DC=example, DC=com, UID=x").getEncoded(),
                Der.sequence(Der.set(Der.sequence(
                        Der.oid("2.5.4.3"), Der.element(Der.BMP_STRING, new byte[] {0x30, 0x42, 0x30, 0x44})))),
                DistinguishedName.empty().encoded());
    }

    @Override
    public void take(byte[] input) {
        DistinguishedName name;
        try {
            name = DistinguishedName.ofDer(input);
        } catch (DnSyntaxException refusal) {
            assertThat(refusal.reason()).isNotNull();
            return;
        }
        assertThat(name.encoded()).isEqualTo(input);
        assertThat(name.text()).isNotNull();
        X500Name other = X500Name.getInstance(input);
        assertThat(List.of(other.getRDNs()).stream()
                        .map(rdn -> rdn.getFirst().getType().getId()))
                .isEqualTo(name.attributes().reversed().stream()
                        .map(attribute -> attribute.type().oid())
                        .toList());
        jdk(input).ifPresent(principal -> assertThat(principal.getEncoded()).isEqualTo(input));
    }

    private static Optional<X500Principal> jdk(byte[] input) {
        try {
            return Optional.of(new X500Principal(input));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}

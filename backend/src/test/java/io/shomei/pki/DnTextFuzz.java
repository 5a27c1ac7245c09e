package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** A name as people write it. Printed, it reads as the same name; encoded, the JDK reads it. */
public final class DnTextFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes("CN=www.a.ac.jp,O=A University, Tokyo,L=Chiyoda-ku,ST=Tokyo,C=JP"),
                FuzzTarget.bytes("C=JP,O=証明大学,OU=一,OU=二,CN=証明 太郎"),
                FuzzTarget.bytes("CN=a b,emailAddress=a@a.jp,serialNumber=12,C=JP"),
                FuzzTarget.bytes("CN=A, Inc = B,O=C\u3000D"));
    }

    @Override
    public void take(byte[] input) {
        String text = FuzzTarget.text(input);
        DistinguishedName name;
        try {
            name = DistinguishedName.parse(text);
        } catch (DnSyntaxException refusal) {
            assertThat(refusal.position()).isBetween(0, Math.max(text.length(), 1));
            return;
        }
        assertThat(DistinguishedName.parse(name.text())).isEqualTo(name);
        assertThat(DistinguishedName.ofDer(name.encoded()).sameAttributes(name)).isTrue();
        assertThat(new X500Principal(name.encoded()).getEncoded()).isEqualTo(name.encoded());
    }
}

package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Certificates in the forms people have them in, and everything else. */
class CertificateBundleProperties {
    private static final CertificateDer ONE = Fixtures.root(KeySpec.P256);
    private static final CertificateDer TWO = Fixtures.issuer(KeySpec.P256);

    @Example
    void pemIsReadWhateverStandsAround() {
        String text = "Certificate:\n    Data: …\n" + ONE.pem() + "subject=CN=Two\r\n"
                + TWO.pem().replace("\n", "\r\n");
        assertThat(CertificateBundle.read(text)).contains(List.of(ONE, TWO));
    }

    @Example
    void pkcs7IsReadWithAndWithoutArmour() {
        byte[] both = Pkcs7.certsOnly(List.of(ONE, TWO));
        assertThat(CertificateBundle.read(Pkcs7.certsOnlyPem(List.of(ONE, TWO))))
                .contains(List.of(ONE, TWO));
        assertThat(CertificateBundle.read(Base64.getMimeEncoder().encodeToString(both)))
                .contains(List.of(ONE, TWO));
        // What a browser makes of a binary file: the label is not known.
        assertThat(CertificateBundle.read(CertificateDer.pem("CERTIFICATE", both)))
                .contains(List.of(ONE, TWO));
    }

    @Example
    void base64OfOneCertificateIsEnough() {
        assertThat(CertificateBundle.read(Base64.getEncoder().encodeToString(ONE.encoded())))
                .contains(List.of(ONE));
    }

    @Example
    void tooManyAndTooMuchAreRefused() {
        assertThat(CertificateBundle.read(String.join("", Collections.nCopies(20, ONE.pem()))))
                .isPresent();
        assertThat(CertificateBundle.read(String.join("", Collections.nCopies(21, ONE.pem()))))
                .isEmpty();
        assertThat(CertificateBundle.read(ONE.pem() + " ".repeat(CertificateBundle.MAX_CHARACTERS)))
                .isEmpty();
        assertThat(CertificateBundle.read("")).isEmpty();
        assertThat(CertificateBundle.read("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"))
                .isEmpty();
    }

    @Property
    void oneBrokenBlockRefusesAll(@ForAll("places") int place) {
        byte[] broken = ONE.encoded();
        broken[place] ^= 0x5A;
        List<CertificateDer> read = CertificateBundle.read(TWO.pem() + CertificateDer.pem("CERTIFICATE", broken))
                .orElse(new ArrayList<>(List.of(TWO)));
        // Either it is refused as a whole, or the change was where any value is good, such as the signature.
        assertThat(read.getFirst()).isEqualTo(TWO);
        assertThat(read).doesNotContain(ONE);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        assertThat(CertificateBundle.read(text)).isEmpty();
        assertThat(CertificateBundle.read("-----BEGIN CERTIFICATE-----" + text + "-----END CERTIFICATE-----"))
                .isEmpty();
    }

    @Property
    void anyOctetsAreReadOrRefused(@ForAll byte[] octets) {
        assertThat(CertificateBundle.read(CertificateDer.pem("PKCS7", octets))).isEmpty();
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, ONE.encoded().length - 1);
    }
}

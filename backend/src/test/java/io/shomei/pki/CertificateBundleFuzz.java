package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Certificates as PEM, PKCS#7 or base64, which an operator uploads. What was read reads the same from PEM and from PKCS#7. */
public final class CertificateBundleFuzz implements FuzzTarget {
    private static final List<CertificateDer> TWO = List.of(Fixtures.issuer(KeySpec.P256), Fixtures.root(KeySpec.P256));

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes(TWO.getFirst().pem() + "# text between\r\n"
                        + TWO.getLast().pem()),
                FuzzTarget.bytes(Pkcs7.certsOnlyPem(TWO)),
                FuzzTarget.bytes(Base64.getEncoder().encodeToString(Pkcs7.certsOnly(TWO))),
                FuzzTarget.bytes(
                        Base64.getMimeEncoder().encodeToString(TWO.getFirst().encoded())),
                FuzzTarget.bytes("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----"));
    }

    @Override
    public void take(byte[] input) {
        CertificateBundle.read(FuzzTarget.text(input)).ifPresent(read -> {
            String pem = read.stream().map(CertificateDer::pem).collect(Collectors.joining());
            assertThat(CertificateBundle.read(pem)).contains(read);
            assertThat(CertificateBundle.read(Pkcs7.certsOnlyPem(read)))
                    .hasValueSatisfying(again -> assertThat(again).containsExactlyInAnyOrderElementsOf(read));
        });
    }
}

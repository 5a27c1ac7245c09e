package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A certificate request as PEM or as base64 in one line, as request files have it. */
public final class CsrTextFuzz implements FuzzTarget {
    private static final Set<KeySpec> ALL = EnumSet.allOf(KeySpec.class);

    @Override
    public List<byte[]> seeds() {
        byte[] der = Fixtures.csr(KeySpec.P256);
        String pem = CertificateDer.pem("CERTIFICATE REQUEST", der);
        return List.of(
                FuzzTarget.bytes(pem),
                FuzzTarget.bytes("Certificate Request:\r\n" + pem.replace("\n", "\r\n")),
                FuzzTarget.bytes(pem.replace("CERTIFICATE", "NEW CERTIFICATE")),
                FuzzTarget.bytes(Base64.getEncoder().encodeToString(der)));
    }

    @Override
    public void take(byte[] input) {
        String text = FuzzTarget.text(input);
        for (CsrCheck check : List.of(CsrCheck.ofBase64(text, ALL), CsrCheck.ofPem(text, ALL))) {
            switch (check) {
                case CsrCheck.Bad bad -> assertThat(bad.faults()).isNotEmpty();
                case CsrCheck.Good(VerifiedCsr csr) ->
                    assertThat(KeySpec.ofPublicKeyInfo(csr.publicKeyInfo())).contains(csr.keySpec());
            }
        }
    }
}

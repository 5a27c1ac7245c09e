package io.shomei.lint;

import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Whoever asks the signer for its own status asks for ever. */
@Singleton
final class OcspSignerIsNotCheckedItself implements CertificateRule {

    @Override
    public String source() {
        return "RFC 6960 4.2.2.2.1, BR 4.9.9";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        boolean signer = certificate.purposes().contains(ExtendedKeyUsage.OCSP_SIGNING.oid());
        return require(
                !signer || certificate.extension(Oids.OCSP_NO_CHECK).isPresent(),
                "an OCSP signer without ocsp-nocheck");
    }
}

package io.shomei.timestamp;

import io.shomei.issuance.OwnCertificate;
import io.shomei.lint.timestamp.LintedTimeStamp;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.TimeStampTemplate;
import io.shomei.pki.UnsignedTimeStamp;
import java.time.Instant;

/**
 * The key that signs time stamps, with what is prepared for it. It signs what passed every lint, and nothing else; each
 * signature is verified before it is given out.
 */
final class StampingKey {
    private final OwnCertificate own;
    private final TimeStampTemplate template;

    StampingKey(OwnCertificate own) {
        this.own = own;
        this.template = new TimeStampTemplate(own.certificate(), own.chain(), own.scheme());
    }

    OwnCertificate own() {
        return own;
    }

    TimeStampTemplate template() {
        return template;
    }

    boolean isValidAt(Instant time) {
        CertificateDer certificate = own.certificate();
        return !time.isBefore(certificate.notBefore())
                && time.isBefore(certificate.notAfter().plusSeconds(1));
    }

    /** The token. */
    byte[] sign(LintedTimeStamp linted) {
        UnsignedTimeStamp stamp = linted.stamp();
        if (!stamp.signer().equals(own.certificate())) {
            throw new IllegalStateException("a stamp of another key");
        }
        return stamp.assemble(own.sign(stamp.toBeSigned()));
    }
}

package io.shomei.status.ocsp;

import io.shomei.authority.Authority;
import io.shomei.certificate.IssuedStatus;
import io.shomei.pki.CertId;
import io.shomei.pki.OcspRequest;
import io.shomei.pki.OcspStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A question with what is known about each certificate it asks for, in its order.
 *
 * @param issuer who answers
 * @param at when it was known, in whole seconds
 */
record OcspFacts(OcspRequest request, Authority issuer, List<Fact> facts, Instant at) {

    OcspFacts {
        facts = List.copyOf(facts);
    }

    /** What is known about one certificate. */
    record Fact(CertId certificate, OcspStatus status, boolean expired) {

        static Fact of(CertId certificate, IssuedStatus issued, Instant now) {
            Instant revokedAt = issued.revokedAt();
            OcspStatus status = revokedAt == null
                    ? new OcspStatus.Good()
                    : new OcspStatus.Revoked(revokedAt.truncatedTo(ChronoUnit.SECONDS), issued.reason());
            return new Fact(certificate, status, issued.notAfter().isBefore(now));
        }

        static Fact unknown(CertId certificate) {
            return new Fact(certificate, new OcspStatus.Unknown(), false);
        }

        /** Since when it is so; an answer is not made earlier. */
        Instant since() {
            return status instanceof OcspStatus.Revoked revoked ? revoked.at() : Instant.MIN;
        }
    }

    Fact first() {
        return facts.getFirst();
    }

    /** Whether somebody else may ask the very same and get the very same. What is not known today may be issued in a second. */
    boolean isLasting() {
        return facts.size() == 1 && request.nonce().isEmpty() && !(first().status() instanceof OcspStatus.Unknown);
    }
}

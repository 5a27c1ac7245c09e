package io.shomei.revocation;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;
import java.time.Instant;

/** What becomes of a certificate that somebody wants to revoke. */
public sealed interface Verdict {

    /** It is revoked. */
    record Revocable(CertificateState.Revoked state) implements Verdict {}

    /** It was revoked before, for a weaker reason; the stronger one takes its place, and the time stays. */
    record Replaceable(CertificateState.Revoked state) implements Verdict {}

    /** It stays as it is. */
    record AlreadyRevoked(Instant at) implements Verdict {}

    /** Nobody relies on it any more (RFC 5280 3.3: it would not be listed). */
    record Expired(Instant at) implements Verdict {}

    /**
     * A compromise may replace a weaker reason that was given before; nothing else changes a revocation (RFC 5280 5.3.1). Of an
     * authority's certificate cACompromise says all that keyCompromise would, and more: neither replaces the other.
     */
    static Verdict on(Certificate certificate, Grounds grounds, String by, Instant now) {
        if (certificate.isExpiredAt(now)) {
            return new Expired(certificate.notAfter());
        }
        if (!(certificate.state() instanceof CertificateState.Revoked earlier)) {
            return new Revocable(state(certificate, grounds, by, now));
        }
        return grounds.reason().isCompromise() && !earlier.reason().isCompromise()
                ? new Replaceable(state(certificate, grounds, by, earlier.at()))
                : new AlreadyRevoked(earlier.at());
    }

    private static CertificateState.Revoked state(Certificate certificate, Grounds grounds, String by, Instant at) {
        return new CertificateState.Revoked(
                at, grounds.reason(), grounds.invalidityDateFor(certificate.notBefore()), grounds.comment(), by);
    }
}

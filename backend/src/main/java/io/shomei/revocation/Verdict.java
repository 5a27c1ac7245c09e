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

    /** It ended before: nobody relies on it any more (RFC 5280 3.3: it would not be listed), or only its key could matter. */
    record Expired(Instant at) implements Verdict {}

    /**
     * A compromise may replace a weaker reason that was given before; nothing else changes a revocation (RFC 5280 5.3.1). Of an
     * authority's certificate cACompromise says all that keyCompromise would, and more: neither replaces the other. After its end only what
     * signed code or time stamps is revoked, and only when its key was compromised: with the invalidity date relying parties know which of
     * its signatures still hold.
     */
    static Verdict on(Certificate certificate, Grounds grounds, String by, Instant now) {
        boolean late = certificate.isReliedOnAfterExpiry() && grounds.reason().isCompromise();
        if (certificate.isExpiredAt(now) && !late) {
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

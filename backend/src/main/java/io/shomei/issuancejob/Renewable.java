package io.shomei.issuancejob;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.RenewalWindow;
import io.shomei.kernel.CertificateId;
import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which certificates can have successors. Where the policy has no renewal window, any that is valid. */
final class Renewable {
    private final Policy.Renewal policy;
    private final CertificateKind kind;
    private final ZoneId zone;
    private final Instant now;
    private final Set<CertificateId> seen = new HashSet<>();

    Renewable(Policy.Renewal policy, CertificateKind kind, ZoneId zone, Instant now) {
        this.policy = policy;
        this.kind = kind;
        this.zone = zone;
        this.now = now;
    }

    /** Why a certificate cannot be renewed. */
    enum Refusal {
        NOT_FOUND,
        OTHER_KIND,
        REVOKED,
        EXPIRED,
        RENEWED,
        NOT_OPEN,
        DUPLICATE
    }

    /**
     * Looked at one after the other: the second time a certificate comes, it is a duplicate.
     *
     * @param certificate null where there is none
     */
    Optional<Refusal> refusal(@Nullable Certificate certificate) {
        if (certificate == null) {
            return Optional.of(Refusal.NOT_FOUND);
        }
        if (certificate.kind() != kind) {
            return Optional.of(Refusal.OTHER_KIND);
        }
        if (certificate.isExpiredAt(now)) {
            return Optional.of(Refusal.EXPIRED);
        }
        return switch (certificate.state()) {
            case CertificateState.Revoked revoked -> Optional.of(Refusal.REVOKED);
            case CertificateState.Renewed renewed -> Optional.of(Refusal.RENEWED);
            case CertificateState.Active active -> {
                if (policy.window() != null && !RenewalWindow.isOpen(policy, certificate.notAfter(), zone, now)) {
                    yield Optional.of(Refusal.NOT_OPEN);
                }
                yield seen.add(certificate.id()) ? Optional.empty() : Optional.of(Refusal.DUPLICATE);
            }
        };
    }
}

package io.shomei.revocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.issuance.BlockedKeys;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sees to it that no certificate of a blocked key stays valid (BR 4.9.1.1), or revoked for a weaker reason: those of other tenants, and
 * those that were on their way while the key was blocked.
 */
@ApplicationScoped
class CompromisedKeys {
    /** An issue takes seconds; a day leaves room for a copy that was stopped in the middle. */
    private static final Duration LOOKED_BACK = Duration.ofDays(1);

    private static final Grounds COMPROMISED = Grounds.of(RevocationReason.KEY_COMPROMISE);

    private final BlockedKeys blockedKeys;
    private final CertificateRegister register;
    private final RevocationEffects effects;
    private final InstantSource clock;

    CompromisedKeys(
            BlockedKeys blockedKeys, CertificateRegister register, RevocationEffects effects, InstantSource clock) {
        this.blockedKeys = blockedKeys;
        this.register = register;
        this.effects = effects;
        this.clock = clock;
    }

    /** Revokes what is left, and gives it back so that relying parties are told. */
    List<Certificate> revokeRest() {
        Instant now = clock.instant();
        Map<TenantId, List<CertificateId>> left = blockedKeys.uncompromisedCertificates(now.minus(LOOKED_BACK), now);
        List<Certificate> all = new ArrayList<>();
        left.forEach(
                (tenant, ids) -> all.addAll(QuarkusTransaction.requiringNew().call(() -> revoke(tenant, ids, now))));
        return all;
    }

    private List<Certificate> revoke(TenantId tenant, List<CertificateId> ids, Instant now) {
        List<Revoked> revoked = new ArrayList<>();
        for (Certificate certificate : register.lock(tenant, ids)) {
            switch (Verdict.on(certificate, COMPROMISED, Actor.PLATFORM.name(), now)) {
                case Verdict.Revocable(var state) -> revoked.add(new Revoked(certificate, state));
                // Signatures from before the revocation would still hold.
                case Verdict.Replaceable(var state) -> revoked.add(new Revoked(certificate, state));
                case Verdict.AlreadyRevoked _, Verdict.Expired _ -> {}
            }
        }
        effects.apply(tenant, revoked, Actor.PLATFORM, COMPROMISED, Map.of());
        return revoked.stream().map(Revoked::certificate).toList();
    }
}

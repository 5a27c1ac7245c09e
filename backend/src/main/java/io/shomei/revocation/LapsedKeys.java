package io.shomei.revocation;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.escrow.Escrow;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Enrolment.Uncollected;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Destroys private keys whose time is over. Where nobody collected one in time, nobody has the key of its certificate, and that is revoked in
 * the same transaction, unless the policy keeps it. The reason is cessationOfOperation: it is not needed any more, and nothing says that
 * the key was compromised (RFC 5280 5.3.1).
 */
@ApplicationScoped
public class LapsedKeys {
    private static final Grounds UNCOLLECTED = new Grounds(
            RevocationReason.CESSATION_OF_OPERATION, null, "取得期限までに取得されなかったため / not collected in time", null);

    private final Escrow escrow;
    private final CertificateRegister register;
    private final RevocationEffects effects;
    private final Revocations revocations;
    private final Policies policies;
    private final InstantSource clock;

    LapsedKeys(
            Escrow escrow,
            CertificateRegister register,
            RevocationEffects effects,
            Revocations revocations,
            Policies policies,
            InstantSource clock) {
        this.escrow = escrow;
        this.register = register;
        this.effects = effects;
        this.revocations = revocations;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Each tenant's by itself: one that fails keeps no other's from being destroyed, and is tried again by the next sweep.
     *
     * @param limit at most
     * @return how many were destroyed
     */
    public int end(int limit) {
        int all = 0;
        for (Map.Entry<TenantId, List<CertificateId>> each :
                escrow.lapsed(limit).entrySet()) {
            try {
                revocations.published(
                        QuarkusTransaction.requiringNew().call(() -> end(each.getKey(), each.getValue())));
                all += each.getValue().size();
            } catch (RuntimeException failed) {
                Log.errorf(failed, "private keys of tenant %s whose time is over are still there", each.getKey());
            }
        }
        return all;
    }

    private List<Certificate> end(TenantId tenant, List<CertificateId> ids) {
        // Certificates are locked before keys, as everybody who revokes does it.
        List<Certificate> certificates = register.lock(tenant, ids);
        Map<CertificateId, Escrow.End> ended = escrow.destroyLapsed(tenant, ids);
        List<Certificate> uncollected = certificates.stream()
                .filter(each -> ended.get(each.id()) == Escrow.End.LAPSED)
                .toList();
        if (uncollected.isEmpty() || policies.of(tenant).enrolment().uncollected() == Uncollected.KEEP) {
            return List.of();
        }
        List<Revoked> revoked = new ArrayList<>();
        for (Certificate certificate : uncollected) {
            if (Verdict.on(certificate, UNCOLLECTED, Actor.PLATFORM.name(), clock.instant())
                    instanceof Verdict.Revocable(var state)) {
                revoked.add(new Revoked(certificate, state));
            }
        }
        effects.apply(tenant, revoked, Actor.PLATFORM, UNCOLLECTED, Map.of("cause", "UNCOLLECTED"));
        return revoked.stream().map(Revoked::certificate).toList();
    }
}

package io.shomei.revocation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CrlScope;
import io.shomei.jobs.Job;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.RevocationReason;
import io.shomei.status.crl.CrlPublisher;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Revokes what a tenant has when it ends and whoever ended it decided so. Some hundred at a time, each with its entry in the history and
 * its mail; what was interrupted goes on where it stopped.
 */
@ApplicationScoped
class EndedTenants implements Job {
    private static final int AT_ONCE = 500;

    private final Tenants tenants;
    private final CertificateRegister register;
    private final RevocationEffects effects;
    private final CrlPublisher publisher;
    private final InstantSource clock;

    EndedTenants(
            Tenants tenants,
            CertificateRegister register,
            RevocationEffects effects,
            CrlPublisher publisher,
            InstantSource clock) {
        this.tenants = tenants;
        this.register = register;
        this.effects = effects;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Tenants.END_JOB;
    }

    @Override
    public void run(String instance) {
        Tenant tenant = tenants.get(TenantId.parse(instance).orElseThrow());
        Set<CrlScope> scopes = new HashSet<>();
        List<CertificateId> ids = register.validAfter(tenant.id(), null, AT_ONCE);
        while (!ids.isEmpty()) {
            scopes.addAll(revoke(tenant, ids));
            ids = register.validAfter(tenant.id(), ids.getLast(), AT_ONCE);
        }
        scopes.forEach(publisher::publishAtLast);
    }

    private List<CrlScope> revoke(Tenant tenant, List<CertificateId> ids) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Instant now = clock.instant();
            Grounds grounds =
                    new Grounds(RevocationReason.CESSATION_OF_OPERATION, null, tenant.code() + ": ended", null);
            List<Revoked> revoked = new ArrayList<>();
            for (Certificate certificate : register.lock(tenant.id(), ids)) {
                if (Verdict.on(certificate, grounds, Actor.PLATFORM.name(), now)
                        instanceof Verdict.Revocable(var state)) {
                    revoked.add(new Revoked(certificate, state));
                }
            }
            effects.applyToMany(tenant.id(), revoked, Actor.PLATFORM, grounds, Map.of("tenant", tenant.code()));
            return revoked.stream().map(each -> each.certificate().crlScope()).toList();
        });
    }
}

package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Standing;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The ways in which an account logs in now. */
@ApplicationScoped
class AccountMethods {
    private final Policies policies;
    private final CertificateRegister register;
    private final Tenants tenants;
    private final InstantSource clock;

    AccountMethods(Policies policies, CertificateRegister register, Tenants tenants, InstantSource clock) {
        this.policies = policies;
        this.register = register;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Transactional
    List<List<Proof>> of(Account account) {
        Policy.Authentication auth = policies.of(account.tenant()).auth();
        return Methods.of(
                auth, account.role(), Methods.endWithAcquisition(auth, account.role()) && hasAcquired(account));
    }

    /**
     * Since the account was begun anew (HK-004), whatever became of the certificate; but for who may acquire another because the last one
     * has ended, and has to get in for that (B-14).
     */
    private boolean hasAcquired(Account account) {
        Instant anew = account.initialisedAt();
        List<Certificate> certificates = register.ofAccount(account.tenant(), account.id());
        Standing standing = Standing.of(
                policies.of(account.tenant()),
                tenants.recent(account.tenant()).timeZone(),
                certificates,
                clock.instant());
        if (standing.isInGrace()) {
            return false;
        }
        return certificates.stream()
                .filter(certificate -> anew == null || certificate.issuedAt().isAfter(anew))
                .anyMatch(certificate -> certificate.collectBy() == null || certificate.collectedAt() != null);
    }
}

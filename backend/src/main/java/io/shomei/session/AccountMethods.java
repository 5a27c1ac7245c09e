package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.certificate.CertificateRegister;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The ways in which an account logs in now. */
@ApplicationScoped
class AccountMethods {
    private final Policies policies;
    private final CertificateRegister register;

    AccountMethods(Policies policies, CertificateRegister register) {
        this.policies = policies;
        this.register = register;
    }

    @Transactional
    List<List<Proof>> of(Account account) {
        Policy.Authentication auth = policies.of(account.tenant()).auth();
        return Methods.of(
                auth, account.role(), Methods.endWithAcquisition(auth, account.role()) && hasAcquired(account));
    }

    /** Since the account was begun anew (HK-004), whatever became of the certificate. */
    private boolean hasAcquired(Account account) {
        Instant anew = account.initialisedAt();
        return register.ofAccount(account.tenant(), account.id()).stream()
                .filter(certificate -> anew == null || certificate.issuedAt().isAfter(anew))
                .anyMatch(certificate -> certificate.collectBy() == null || certificate.collectedAt() != null);
    }
}

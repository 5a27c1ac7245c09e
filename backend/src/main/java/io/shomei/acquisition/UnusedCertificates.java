package io.shomei.acquisition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Standing;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.policy.Policies;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reminds people, once, of a renewed certificate that they never used when the present one ends within seven days (SC-089). */
@ApplicationScoped
class UnusedCertificates {
    private static final int BATCH = 200;

    private final AcquisitionRepository repository;
    private final CertificateRegister register;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final Outbox outbox;
    private final InstantSource clock;

    UnusedCertificates(
            AcquisitionRepository repository,
            CertificateRegister register,
            Accounts accounts,
            Tenants tenants,
            Policies policies,
            Outbox outbox,
            InstantSource clock) {
        this.repository = repository;
        this.register = register;
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sends everything that is due. */
    void sendDue() {
        tenants.each("reminders of unused certificates could not be sent", this::sendDue);
    }

    void sendDue(TenantId id) {
        if (!policies.of(id).certificate().unconfirmedInstallWarning()
                || tenants.get(id).state() != Tenant.State.ACTIVE) {
            return;
        }
        while (QuarkusTransaction.requiringNew().call(() -> remind(id)) == BATCH) {
            // The next ones.
        }
    }

    private int remind(TenantId tenant) {
        Instant now = clock.instant();
        // The end is the second after notAfter (RFC 5280 4.1.2.5).
        List<CertificateId> due = repository.remind(tenant, now.plus(Standing.UNUSED_WARNING), now, BATCH);
        outbox.enqueue(
                tenant,
                register.withIds(tenant, due).stream()
                        .flatMap(newer -> mail(newer).stream())
                        .toList());
        return due.size();
    }

    private Optional<Notice> mail(Certificate newer) {
        Optional<Account> owner = Optional.ofNullable(newer.account())
                .flatMap(id -> accounts.find(newer.tenant(), id))
                .filter(account -> account.isActive() && account.email() != null);
        return owner.flatMap(account -> register.find(newer.tenant(), Objects.requireNonNull(newer.renews()))
                .map(present -> AcquisitionMail.unused(account, newer, present)));
    }
}

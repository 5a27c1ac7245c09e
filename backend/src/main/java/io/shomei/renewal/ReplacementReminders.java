package io.shomei.renewal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Supersession;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reminds officers, once, of certificates that were renewed and are still valid some time after the new one was collected. */
@ApplicationScoped
class ReplacementReminders {
    private static final int BATCH = 200;

    private final CertificateRegister register;
    private final Tenants tenants;
    private final Policies policies;
    private final Accounts accounts;
    private final Outbox outbox;
    private final InstantSource clock;

    ReplacementReminders(
            CertificateRegister register,
            Tenants tenants,
            Policies policies,
            Accounts accounts,
            Outbox outbox,
            InstantSource clock) {
        this.register = register;
        this.tenants = tenants;
        this.policies = policies;
        this.accounts = accounts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sends everything that is due. */
    void sendDue() {
        tenants.each("reminders of replaced certificates could not be sent", this::sendDue);
    }

    void sendDue(TenantId id) {
        Tenant tenant = tenants.get(id);
        Policy policy = policies.of(id);
        Period after = policy.renewal().replacementReminder();
        // Only there is the older one revoked by somebody.
        boolean explicit = policy.certificate().supersession() == Supersession.EXPLICIT;
        if (after == null || !explicit || tenant.state() != Tenant.State.ACTIVE) {
            return;
        }
        Instant before = clock.instant().atZone(tenant.timeZone()).minus(after).toInstant();
        while (QuarkusTransaction.requiringNew().call(() -> remind(id, before)) == BATCH) {
            // The next ones.
        }
    }

    private int remind(TenantId tenant, Instant before) {
        List<CertificateRegister.Replaced> replaced = register.remind(tenant, before, BATCH);
        List<Account> officers = accounts.officers(tenant);
        outbox.enqueue(
                tenant,
                replaced.stream()
                        .flatMap(each -> officers.stream()
                                .filter(officer -> Overseers.isOverseenBy(each.earlier(), officer))
                                .map(officer -> mail(each, officer)))
                        .toList());
        return replaced.size();
    }

    /** It is about the successor, from which the file that revokes the earlier one is made. */
    private static Notice mail(CertificateRegister.Replaced replaced, Account officer) {
        return new Notice(
                "replacement-reminder",
                Objects.requireNonNull(officer.email()),
                replaced.successor().id(),
                Map.of(
                        "name", officer.name(),
                        "subject", replaced.earlier().subjectDn(),
                        "earlier", replaced.earlier().serial().decimal(),
                        "earlierUntil", replaced.earlier().notAfter().toString(),
                        "serial", replaced.successor().serial().decimal(),
                        "collectedAt", String.valueOf(replaced.successor().collectedAt())));
    }
}

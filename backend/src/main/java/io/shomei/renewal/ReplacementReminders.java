package io.shomei.renewal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Accounts;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.TenantId;
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
import java.util.Comparator;
import java.util.List;

/**
 * Reminds officers, once, of certificates that were renewed and are still valid some time after the new one was collected: one mail to
 * each for all that became due together.
 */
@ApplicationScoped
class ReplacementReminders {
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
        // As many as one file for upload may have.
        int rows = policy.requestFile().maxRows();
        while (QuarkusTransaction.requiringNew().call(() -> remind(tenant, before, rows)) == rows) {
            // The next ones.
        }
    }

    private int remind(Tenant tenant, Instant before, int limit) {
        List<CertificateRegister.Replaced> replaced = register.remind(tenant.id(), before, limit);
        outbox.enqueue(
                tenant.id(),
                accounts.officers(tenant.id()).stream()
                        .flatMap(officer -> ReplacementMail.of(
                                replaced.stream()
                                        .filter(each -> Overseers.isOverseenBy(each.earlier(), officer))
                                        .sorted(Comparator.comparing(
                                                each -> each.earlier().notAfter()))
                                        .toList(),
                                officer,
                                tenant.timeZone())
                                .stream())
                        .toList());
        return replaced.size();
    }
}

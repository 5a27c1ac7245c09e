package io.shomei.renewal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.Entitlements;
import io.shomei.account.Lapse;
import io.shomei.account.secret.Secrets;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.policy.Policies;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells people, and their administrators, that an acquisition password or an entitlement which nobody used lapses soon: once for each, in the
 * policy's {@code enrolment.lapseNotice}. What became due while the platform stood still is told afterwards, as long as there is time left.
 */
@ApplicationScoped
public class LapseNotices {
    /** People who share a transaction, and a mail to their administrators. */
    private static final int CHUNK = 100;

    private final Entitlements entitlements;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final Outbox outbox;
    private final InstantSource clock;

    LapseNotices(
            Entitlements entitlements,
            Secrets secrets,
            Accounts accounts,
            Tenants tenants,
            Policies policies,
            Outbox outbox,
            InstantSource clock) {
        this.entitlements = entitlements;
        this.secrets = secrets;
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sends everything that is due. */
    void sendDue() {
        tenants.each("notices of what lapses could not be sent", this::sendDue);
    }

    void sendDue(TenantId id) {
        Tenant tenant = tenants.get(id);
        Period notice = policies.of(id).enrolment().lapseNotice();
        if (notice == null || tenant.state() != Tenant.State.ACTIVE) {
            return;
        }
        while (QuarkusTransaction.requiringNew().call(() -> tell(tenant, notice)) > 0) {
            // The next ones.
        }
    }

    /** @return how many were told */
    private int tell(Tenant tenant, Period notice) {
        Instant now = clock.instant();
        Calendar calendar = new Calendar(tenant.timeZone());
        List<Lapse> due = new ArrayList<>(entitlements.lapsing(tenant.id(), notice, CHUNK));
        secrets.lapsing(tenant.id(), now.atZone(calendar.zone()).plus(notice).toInstant(), CHUNK)
                .forEach((account, at) ->
                        accounts.find(tenant.id(), account).ifPresent(found -> due.add(new Lapse(found, at, true))));
        LapseMail mail = new LapseMail(calendar, now);
        outbox.enqueue(
                tenant.id(),
                Stream.concat(
                                due.stream().map(mail::toPerson),
                                accounts.administrators(tenant.id()).stream()
                                        .flatMap(each -> overseen(mail, due, each)))
                        .toList());
        return due.size();
    }

    /** Nobody is told twice of what is their own. */
    private static Stream<Notice> overseen(LapseMail mail, List<Lapse> due, Account administrator) {
        List<Lapse> others = due.stream()
                .filter(lapse -> !lapse.account().id().equals(administrator.id()))
                .toList();
        return others.isEmpty() ? Stream.empty() : Stream.of(mail.toAdministrator(others, administrator));
    }
}

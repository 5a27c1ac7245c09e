package io.shomei.renewal;

import io.shomei.account.Account;
import io.shomei.acquisition.RenewalOffer;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.TenantRenamed;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where people log in with a certificate that names their tenant, all of them obtain another after it was renamed. They are told with the
 * change; the certificates they have are not revoked.
 */
@ApplicationScoped
class RenamedTenants {
    private final Overseers overseers;
    private final Policies policies;
    private final Outbox outbox;
    private final Entrances entrances;

    RenamedTenants(Overseers overseers, Policies policies, Outbox outbox, Entrances entrances) {
        this.overseers = overseers;
        this.policies = policies;
        this.outbox = outbox;
        this.entrances = entrances;
    }

    void tell(@Observes TenantRenamed renamed) {
        Policy policy = policies.of(renamed.tenant());
        if (policy.enrolment().secret() == Policy.Enrolment.Secret.ACCESS_PIN) {
            String page = RenewalOffer.page(policy, entrances);
            List<Notice> mails = overseers.of(renamed.tenant()).stream()
                    .map(account -> mail(renamed, account, page))
                    .toList();
            outbox.enqueue(renamed.tenant(), mails);
        }
    }

    private static Notice mail(TenantRenamed renamed, Account account, @Nullable String page) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", account.name());
        facts.put("before", renamed.before());
        facts.put("after", renamed.after());
        if (page != null) {
            facts.put("page", page);
        }
        return new Notice("tenant-renamed", Objects.requireNonNull(account.email()), null, facts);
    }
}

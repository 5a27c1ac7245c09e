package io.shomei.account;

import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.tenant.Contact;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the head of a tenant, who appoints its officers, what became of one: nobody is made an officer without the head's knowledge. */
@ApplicationScoped
class OfficerNotices {
    private static final String KIND = "officer-changed";

    private final Tenants tenants;
    private final Outbox outbox;
    private final InstantSource clock;

    OfficerNotices(Tenants tenants, Outbox outbox, InstantSource clock) {
        this.tenants = tenants;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What the mail tells, by the name of its fact in small letters. */
    enum Change {
        REGISTERED,
        CHANGED,
        SUSPENDED,
        RESUMED,
        WITHDRAWN
    }

    /** Of accounts in other roles nobody is told. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(Account account, Change change, Actor by) {
        if (account.role() == Role.OFFICER) {
            tenants.head(account.tenant())
                    .map(head -> mail(head, account, change, by))
                    .ifPresent(mail -> outbox.enqueue(account.tenant(), List.of(mail)));
        }
    }

    private Notice mail(Contact head, Account officer, Change change, Actor by) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", head.name());
        facts.put("person", officer.name());
        facts.put(change.name().toLowerCase(Locale.ROOT), "true");
        facts.put("by", by.name());
        facts.put("at", clock.instant().toString());
        return new Notice(KIND, head.email(), null, facts);
    }
}

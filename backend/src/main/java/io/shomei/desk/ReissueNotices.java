package io.shomei.desk;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import io.shomei.webhook.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whoever it is, and the tenant's administrators, that a certificate can be acquired anew: thieves make certificates be issued again,
 * and it must not go unseen (F-09).
 */
@ApplicationScoped
class ReissueNotices {
    private static final String KIND = "certificate-reissued";

    private final Accounts accounts;
    private final Outbox outbox;
    private final EventOutbox events;
    private final InstantSource clock;

    ReissueNotices(Accounts accounts, Outbox outbox, EventOutbox events, InstantSource clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param revoked how many certificates were revoked with it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(DeskAction action, int revoked, Actor by) {
        Account account = action.account();
        Instant now = clock.instant();
        // One mail for each address, by the name that stands there first.
        Map<String, String> recipients = new LinkedHashMap<>();
        if (account.email() != null) {
            recipients.put(account.email(), account.name());
        }
        for (Account other : responsible(account)) {
            if (other.email() != null) {
                recipients.putIfAbsent(other.email(), other.name());
            }
        }
        List<Notice> notices = new ArrayList<>();
        recipients.forEach((address, name) ->
                notices.add(new Notice(KIND, address, null, facts(account, name, revoked, by, now))));
        outbox.enqueue(account.tenant(), notices);
        events.tell(
                account.tenant(),
                () -> List.of(Event.of(EventType.ACCOUNT_REISSUED, account).with("revoked", revoked)));
    }

    /** Who looks after the tenant's accounts; where officers do, the other officers. */
    private List<Account> responsible(Account account) {
        return account.role() == Role.OFFICER
                ? accounts.officers(account.tenant())
                : accounts.administrators(account.tenant());
    }

    private static Map<String, String> facts(Account account, String name, int revoked, Actor by, Instant now) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", name);
        facts.put("person", account.name());
        if (account.loginId() != null) {
            facts.put("loginId", account.loginId());
        }
        facts.put("by", by.name());
        facts.put("at", now.toString());
        if (revoked > 0) {
            facts.put("revoked", String.valueOf(revoked));
        }
        return facts;
    }
}

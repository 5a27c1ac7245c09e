package io.shomei.account;

import io.shomei.audit.Actor;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Language;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.policy.PolicyObserver;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells by mail what nobody is to do unseen: the head of a tenant, who appoints its officers, what became of one; and all other operators
 * what one of them did about an operator or about keys of a policy that protect, without which a second person's approval could be
 * switched off by the first.
 */
@ApplicationScoped
class AccountNotices implements PolicyObserver {
    private final AccountRepository accounts;
    private final Tenants tenants;
    private final Outbox outbox;
    private final InstantSource clock;

    AccountNotices(AccountRepository accounts, Tenants tenants, Outbox outbox, InstantSource clock) {
        this.accounts = accounts;
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
        Map<String, String> facts =
                Map.of("person", account.name(), change.name().toLowerCase(Locale.ROOT), "true");
        if (account.role() == Role.OFFICER) {
            tenants.head(account.tenant())
                    .map(head -> mail("officer-changed", head.name(), head.email(), facts, by))
                    .ifPresent(mail -> outbox.enqueue(account.tenant(), List.of(mail)));
        } else if (account.role() == Role.OPERATOR) {
            tellOtherOperators("operator-changed", account.id(), facts, by);
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void protectionChanged(TenantId of, Actor by, String comment, Function<Language, String> changes) {
        Tenant tenant = tenants.get(of);
        tellOtherOperators(
                "policy-protection-changed",
                null,
                Map.of(
                        "code", tenant.code(),
                        "nameJa", tenant.nameJa(),
                        "nameEn", tenant.nameEn(),
                        "comment", comment,
                        "changesJa", changes.apply(Language.JA),
                        "changesEn", changes.apply(Language.EN)),
                by);
    }

    /**
     * What the platform does by itself, such as registering the first one, it tells nobody.
     *
     * @param about the operator it was done to, who is not told either
     */
    private void tellOtherOperators(String kind, @Nullable AccountId about, Map<String, String> facts, Actor by) {
        if (by.account() == null) {
            return;
        }
        outbox.enqueue(
                TenantId.PLATFORM,
                accounts.ofRole(TenantId.PLATFORM, Role.OPERATOR).stream()
                        .filter(operator ->
                                operator.isActive() && !operator.id().equals(by.account()))
                        .filter(operator -> !operator.id().equals(about))
                        .filter(operator -> operator.email() != null)
                        .map(operator ->
                                mail(kind, operator.name(), Objects.requireNonNull(operator.email()), facts, by))
                        .toList());
    }

    private Notice mail(String kind, String name, String email, Map<String, String> told, Actor by) {
        Map<String, String> facts = new HashMap<>(told);
        facts.put("name", name);
        facts.put("by", by.name());
        facts.put("at", clock.instant().toString());
        return new Notice(kind, email, null, facts);
    }
}

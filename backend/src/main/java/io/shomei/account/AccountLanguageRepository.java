package io.shomei.account;

import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AccountLanguageRepository {
    private final TenantScope scope;

    AccountLanguageRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** Of each address the oldest account's, where several have it. */
    Map<String, Language> ofAddresses(TenantId tenant, Collection<String> addresses) {
        return scope
                .in(tenant)
                .list(
                        """
                        select distinct on (email) email, mail_language from account
                        where tenant_id = ? and email = any(?) and mail_language is not null order by email, id""",
                        row -> Map.entry(row.getString("email"), Language.valueOf(row.getString("mail_language"))),
                        tenant.value(),
                        addresses.toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Language> of(TenantId tenant, AccountId account) {
        return scope.in(tenant)
                .one(
                        "select mail_language from account where tenant_id = ? and id = ? and mail_language is not null",
                        row -> Language.valueOf(row.getString(1)),
                        tenant.value(),
                        account.value());
    }

    void set(TenantId tenant, AccountId account, @Nullable Language language) {
        scope.in(tenant)
                .update(
                        "update account set mail_language = ? where tenant_id = ? and id = ?",
                        language == null ? null : language.name(),
                        tenant.value(),
                        account.value());
    }
}

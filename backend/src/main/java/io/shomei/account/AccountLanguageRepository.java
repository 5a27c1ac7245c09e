package io.shomei.account;

import io.shomei.database.TenantScope;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class AccountLanguageRepository {
    private final TenantScope scope;

    AccountLanguageRepository(TenantScope scope) {
        this.scope = scope;
    }

    /** The oldest account's where several have one address. */
    Optional<Language> ofAddress(TenantId tenant, String address) {
        return scope.in(tenant).one("""
                        select mail_language from account
                        where tenant_id = ? and email = ? and mail_language is not null order by id limit 1""", row -> Language.valueOf(row.getString(1)), tenant.value(), address);
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

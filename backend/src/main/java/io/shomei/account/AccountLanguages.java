package io.shomei.account;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.notification.RecipientLanguages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which language the people of accounts want their mails. */
@ApplicationScoped
class AccountLanguages implements RecipientLanguages {
    private final AccountLanguageRepository languages;
    private final AuditLog audit;

    AccountLanguages(AccountLanguageRepository languages, AuditLog audit) {
        this.languages = languages;
        this.audit = audit;
    }

    @Override
    @Transactional
    public Map<String, Language> of(TenantId tenant, Collection<String> addresses) {
        return languages.ofAddresses(tenant, addresses);
    }

    @Override
    @Transactional
    public Optional<Language> chosenBy(Caller caller) {
        return languages.of(caller.tenant(), caller.account());
    }

    @Override
    @Transactional
    public void choose(Caller caller, @Nullable Language language) {
        languages.set(caller.tenant(), caller.account(), language);
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.NOTICE_LANGUAGE, Actor.of(caller))
                .on(caller.name(), caller.account().value())
                .with(language == null ? Map.of() : Map.of("language", language.name())));
    }
}

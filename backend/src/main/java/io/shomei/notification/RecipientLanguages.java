package io.shomei.notification;

import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which language people want their mails. Who has an account says so; everybody else gets them as the tenant's policy says. */
public interface RecipientLanguages {
    /** Those of these addresses whose people chose one. */
    Map<String, Language> of(TenantId tenant, Collection<String> addresses);

    Optional<Language> chosenBy(Caller caller);

    /**
     * @param language null for as the policy says
     */
    void choose(Caller caller, @Nullable Language language);
}

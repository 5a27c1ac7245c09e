package io.shomei.notification;

import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which language people want their mails. Who has an account says so; everybody else gets them as the tenant's policy says. */
public interface RecipientLanguages {
    Optional<Language> of(TenantId tenant, String address);

    Optional<Language> chosenBy(Caller caller);

    /**
     * @param language null for as the policy says
     */
    void choose(Caller caller, @Nullable Language language);
}

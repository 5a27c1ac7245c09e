package io.shomei.policy;

import io.shomei.audit.Actor;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import java.util.function.Function;

/** Is told when somebody changes keys that protect, in the transaction of the change. */
public interface PolicyObserver {
    /**
     * @param comment why, in the words of whoever did it
     * @param changes the keys with what they were and are, one a line
     */
    void protectionChanged(TenantId tenant, Actor by, String comment, Function<Language, String> changes);
}

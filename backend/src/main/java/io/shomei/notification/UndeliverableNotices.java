package io.shomei.notification;

import io.shomei.kernel.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Features above are told of mails that were given up, in the transaction that writes it down. */
public interface UndeliverableNotices {
    void undeliverable(TenantId tenant, UUID notice, String kind, String recipient, @Nullable UUID certificate);
}

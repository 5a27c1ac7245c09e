package io.shomei.session;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as it is stored, with what the register says of its certificate and account now. */
record SessionRow(
        UUID id,
        TenantId tenant,
        AccountId account,
        @Nullable CertificateId certificate,
        Instant openedAt,
        Instant lastSeenAt,
        String address,
        @Nullable Instant endedAt,
        boolean certificateRevoked,
        @Nullable Instant certificateNotAfter) {}

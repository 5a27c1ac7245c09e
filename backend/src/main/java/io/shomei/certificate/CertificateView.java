package io.shomei.certificate;

import io.shomei.profile.CertificateKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the register's list.
 *
 * @param givenTo what the tenant's administrator noted
 * @param handedOutUntil until when the link by which it was handed out is good; null where there is none
 * @param handOutCollectedAt when somebody fetched it by that link
 */
record CertificateView(
        UUID id,
        String serial,
        CertificateKind kind,
        String profile,
        Certificate.Status status,
        String subjectDn,
        String commonName,
        Instant notBefore,
        Instant notAfter,
        Instant issuedAt,
        Subscriber subscriber,
        @Nullable Instant revokedAt,
        @Nullable String givenTo,
        @Nullable Instant handedOutUntil,
        @Nullable Instant handOutCollectedAt) {}

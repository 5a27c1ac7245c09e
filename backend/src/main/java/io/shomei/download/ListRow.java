package io.shomei.download;

import io.shomei.certificate.Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a downloaded list says of one certificate. */
record ListRow(
        String id,
        String subjectDn,
        Instant issuedAt,
        String issuedBy,
        String kind,
        String profile,
        Certificate.Status status,
        String commonName,
        String dnsNames,
        String serial,
        byte[] der,
        Instant notBefore,
        Instant notAfter,
        @Nullable String subscriberName,
        @Nullable String subscriberUnit,
        @Nullable String subscriberEmail,
        @Nullable String subscriberSoftware,
        @Nullable Instant collectBy,
        @Nullable String requestFile,
        @Nullable String onError,
        @Nullable Instant requestedAt,
        @Nullable String submitter,
        @Nullable String reviewItems,
        List<String> cells,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable Integer revocationCode,
        @Nullable String revocationComment,
        Instant updatedAt) {}

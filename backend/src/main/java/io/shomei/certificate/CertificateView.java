package io.shomei.certificate;

import io.shomei.profile.CertificateKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of the register's list. */
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
        @Nullable Instant revokedAt) {}

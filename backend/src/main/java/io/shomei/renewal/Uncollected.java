package io.shomei.renewal;

import io.shomei.certificate.Holder;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that nobody has fetched yet.
 *
 * @param collectBy until when it can be fetched
 * @param holder the person it names; null where it names none
 * @param renewal whether it takes the place of another one
 */
record Uncollected(
        CertificateId id,
        SerialNumber serial,
        CertificateKind kind,
        String subjectDn,
        String commonName,
        Instant issuedAt,
        Instant notAfter,
        Instant collectBy,
        Subscriber subscriber,
        @Nullable Holder holder,
        boolean renewal) {}

package io.shomei.renewal;

import io.shomei.certificate.Subscriber;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.request.RegisteredSubject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate on the renewal desk.
 *
 * @param domain the tenant's domain it belongs to
 * @param successor what takes its place; one that was revoked or that nobody fetched in time is none
 */
record Renewal(
        CertificateId id,
        SerialNumber serial,
        CertificateKind kind,
        String profile,
        String subjectDn,
        String commonName,
        @Nullable String domain,
        Instant notAfter,
        Subscriber subscriber,
        RenewalState state,
        @Nullable Successor successor) {

    /** The DN of what is to take its place. */
    String renewedDn(RegisteredSubject registered) {
        return registered.renewed(DistinguishedName.parse(subjectDn)).text();
    }

    /**
     * @param collectBy until when somebody is to fetch it; null where nobody is
     */
    record Successor(
            CertificateId id,
            @Nullable Instant collectBy,
            @Nullable Instant collectedAt) {}
}

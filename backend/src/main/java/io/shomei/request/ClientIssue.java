package io.shomei.request;

import io.shomei.certificate.Holder;
import io.shomei.pki.DistinguishedName;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import io.shomei.tenant.PermittedNames;
import org.jspecify.annotations.Nullable;

/**
 * A checked application for a client or S/MIME certificate.
 *
 * @param names the holder's mail address for S/MIME; none otherwise
 * @param fileName of the key file, without extension
 * @param pin the access PIN of the applicant's own choice; null where it is derived
 */
public record ClientIssue(
        DistinguishedName subject,
        CertificateKind kind,
        String profile,
        Delivery delivery,
        PermittedNames names,
        Subscriber subscriber,
        Holder holder,
        String fileName,
        @Nullable String pin)
        implements CheckedApplication {

    /** The PIN is not for logs. */
    @Override
    public String toString() {
        return "issue to " + subject;
    }
}

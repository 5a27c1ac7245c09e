package io.shomei.enrolment;

import io.shomei.certificate.Holder;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.CertificateId;
import io.shomei.pki.DistinguishedName;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * Who is to collect which client certificate, and how.
 *
 * @param line of the request file
 * @param administrator answers for the certificate and, unless an archive is handed out, gets the access PINs
 * @param fileName of the key file, without extension
 * @param renews the certificate that this one takes the place of
 */
public record HolderInvitation(
        CertificateId certificate,
        long line,
        Delivery delivery,
        CertificateKind kind,
        String profile,
        DistinguishedName subject,
        Subscriber administrator,
        Holder holder,
        String fileName,
        @Nullable CertificateId renews) {}

package io.shomei.licence;

import io.shomei.kernel.CertificateId;
import io.shomei.profile.CertificateKind;
import java.time.Instant;

/**
 * That a certificate is to be issued.
 *
 * @param subject whose it is: an account, or the name where there is none
 * @param renewal whether it takes the place of one that is valid still
 */
public record LicenceClaim(CertificateId id, CertificateKind kind, String subject, boolean renewal, Instant notAfter) {}

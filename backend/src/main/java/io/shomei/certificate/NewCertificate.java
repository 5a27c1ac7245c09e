package io.shomei.certificate;

import io.shomei.kernel.AccountId;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed certificate that is to be entered.
 *
 * @param authority name of the generation that signed it
 * @param crlShard the revocation list it names
 * @param renews what it takes the place of; null for one that takes nothing's place
 */
public record NewCertificate(
        CertificateId id,
        Profile profile,
        int policyVersion,
        String authority,
        int crlShard,
        SerialNumber serial,
        String subjectDn,
        String commonName,
        List<String> dnsNames,
        Profile.Validity validity,
        Instant issuedAt,
        String issuedBy,
        CertificateDer der,
        @Nullable AccountId account,
        @Nullable RequestFileId requestFile,
        @Nullable Long requestLine,
        Subscriber subscriber,
        @Nullable Instant collectBy,
        @Nullable CertificateId renews) {}

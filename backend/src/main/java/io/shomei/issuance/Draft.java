package io.shomei.issuance;

import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.NewCertificate;
import io.shomei.kernel.AccountId;
import io.shomei.licence.LicenceClaim;
import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.Profile;
import java.time.Instant;

/**
 * An order that is shaped and linted, and not signed yet.
 *
 * @param policyVersion of the policy that governs it
 */
record Draft(
        Order order,
        int policyVersion,
        SigningAuthority authority,
        SerialNumber serial,
        int crlShard,
        Profile.Validity validity,
        LintedCertificate linted) {

    String authorityName() {
        return authority.authority().name();
    }

    LicenceClaim licence() {
        AccountId account = order.account();
        return new LicenceClaim(
                order.id(),
                order.profile().kind(),
                account == null ? order.commonName() : account.toString(),
                order.renews() != null,
                validity.notAfter());
    }

    NewCertificate entry(CertificateDer certificate, Instant now, String by) {
        return new NewCertificate(
                order.id(),
                order.profile(),
                policyVersion,
                authorityName(),
                crlShard,
                serial,
                order.subject().text(),
                order.commonName(),
                order.names().hosts(),
                validity,
                now,
                by,
                certificate,
                order.account(),
                order.requestFile(),
                order.requestLine(),
                order.subscriber(),
                order.collectBy(),
                order.renews());
    }
}

package io.shomei.status.crl;

import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.CrlScope;
import io.shomei.lint.crl.LintedCrl;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CrlEntries;
import io.shomei.pki.CrlTemplate;
import io.shomei.pki.DistributionPoint;
import io.shomei.pki.SignedCrl;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;

/**
 * What lists that are made together have in common.
 *
 * @param address where relying parties find the full list: what the certificates on it name
 * @param notBefore when the last list was made
 */
record CrlFrame(
        CrlScope scope,
        SigningAuthority signer,
        String address,
        boolean partitioned,
        long number,
        Instant thisUpdate,
        Instant notBefore) {

    CrlTemplate.Builder template(Instant nextUpdate) {
        CertificateDer issuer = signer.authority().certificate();
        CrlTemplate.Builder template = new CrlTemplate.Builder(issuer.subject(), signer.scheme())
                .thisUpdate(thisUpdate)
                .nextUpdate(nextUpdate)
                .number(BigInteger.valueOf(number))
                .authorityKey(issuer.keyIdentifier().orElseThrow());
        if (partitioned) {
            // RFC 5280 5.2.5: byte for byte what the certificates say.
            template.issuingDistributionPoint(
                    issuer.mayCertifyAuthorities()
                            ? DistributionPoint.issuing(List.of(address))
                            : DistributionPoint.issuing(List.of(address), false));
        }
        return template;
    }

    /** Nothing unlinted is signed. */
    SignedCrl sign(CrlTemplate.Builder template, CrlEntries entries) {
        LintedCrl linted = LintedCrl.check(
                template.build().over(entries), signer.authority().certificate());
        return signer.signCrl(linted);
    }

    /** The time at which a list is there: not before the last one, should the clock have gone back. */
    Instant madeAt(Instant now) {
        return now.isBefore(notBefore) ? notBefore : now;
    }
}

package io.shomei.lint.crl;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.DerException;
import io.shomei.pki.TbsCertList;
import io.shomei.pki.TbsCertificate;
import java.time.Instant;
import java.util.Optional;

/**
 * A revocation list as its rules see it, when all of its entries have gone by.
 *
 * @param issuer the certificate of the authority that is to sign it
 * @param repeated how many entries have a serial number that an earlier one has, too
 * @param removals how many entries take a certificate off the list
 */
record CrlTarget(
        TbsCertList list,
        Instant thisUpdate,
        Optional<Instant> nextUpdate,
        CertificateDer issuer,
        long repeated,
        long removals) {

    static CrlTarget of(TbsCertList list, CertificateDer issuer, EntryInspection entries) throws DerException {
        byte[] nextUpdate = list.nextUpdate();
        return new CrlTarget(
                list,
                TbsCertificate.moment(list.thisUpdate()),
                nextUpdate == null ? Optional.empty() : Optional.of(TbsCertificate.moment(nextUpdate)),
                issuer,
                entries.repeated(),
                entries.removals());
    }
}

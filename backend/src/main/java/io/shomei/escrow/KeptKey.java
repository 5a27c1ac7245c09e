package io.shomei.escrow;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * A certificate whose key file can be made again and again.
 *
 * @param replaced whether another one under the same name took its place, whose key is kept, too
 */
public record KeptKey(
        TenantId tenant,
        CertificateId certificate,
        String commonName,
        String authority,
        CertificateDer der,
        Instant notAfter,
        boolean replaced) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");

    /** Name of its file without extension: the common name, with the day of its end where a newer one has that name. */
    public String fileName(ZoneId zone) {
        return fileName(commonName, replaced, notAfter, zone);
    }

    static String fileName(String commonName, boolean replaced, Instant notAfter, ZoneId zone) {
        String name = commonName.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return replaced ? name + "_" + DAY.format(notAfter.atZone(zone)) : name;
    }
}

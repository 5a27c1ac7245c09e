package io.shomei.lint.crl;

import io.shomei.pki.Der;
import io.shomei.pki.DerException;
import io.shomei.pki.TbsCertificate;
import java.time.Instant;

/** UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280 5.1.2.4). */
final class TimeByYear {
    private static final Instant FROM_HERE_GENERALIZED = Instant.parse("2050-01-01T00:00:00Z");

    private TimeByYear() {}

    /**
     * @param time the Time in DER
     */
    static boolean holds(byte[] time) throws DerException {
        boolean early = TbsCertificate.moment(time).isBefore(FROM_HERE_GENERALIZED);
        return time[0] == (early ? Der.UTC_TIME : Der.GENERALIZED_TIME);
    }
}

package io.shomei.policy;

/**
 * Where the end of a certificate is put: a profile says it, and a policy where it wants it otherwise. notAfter is inclusive: 23:59:59 is the last second of a day (RFC 5280
 * 4.1.2.5).
 */
public enum Rounding {
    /** To the second: a year from 10:00:00 ends at 09:59:59. */
    EXACT,
    /** With the day in UTC: 08:59:59 of the next morning in Japan. */
    END_OF_UTC_DAY,
    /** With the day in the tenant's time zone. */
    END_OF_LOCAL_DAY
}

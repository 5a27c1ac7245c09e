package io.shomei.profile;

import io.shomei.lint.certificate.Programme;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a certificate of one kind contains.
 *
 * @param id the number users know, or a name
 * @param version counts the changes of this profile
 * @param keys algorithms a subject key may have
 * @param authority name of the authority that signs
 * @param validity how long a certificate is valid when no ceiling is lower
 * @param ceilings the longest validity by the date of issue, the latest date last
 * @param policy object identifier of our certificate policy
 * @param programme whose demands its certificates meet beyond the standards and that policy
 */
public record Profile(
        String id,
        int version,
        String name,
        CertificateKind kind,
        Set<KeySpec> keys,
        String authority,
        Period validity,
        List<Ceiling> ceilings,
        Set<ExtendedKeyUsage> purposes,
        String policy,
        Programme programme) {

    public Profile {
        keys = Set.copyOf(keys);
        ceilings = List.copyOf(ceilings);
        purposes = Set.copyOf(purposes);
        Objects.requireNonNull(programme, "a profile without a programme");
    }

    /**
     * The longest validity of certificates issued from a date on (Baseline Requirements 6.3.2).
     *
     * @param days full days, one fewer than the rule says because notAfter is inclusive
     */
    public record Ceiling(LocalDate from, int days) {}

    /** From when until when a certificate is valid; both ends included (RFC 5280 4.1.2.5). */
    public record Validity(Instant notBefore, Instant notAfter) {}

    /** The validity of a certificate issued at a moment. The applicant never chooses it. */
    public Validity validityFrom(Instant now) {
        Instant start = now.truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(start, ZoneOffset.UTC);
        Instant end = start.atOffset(ZoneOffset.UTC).plus(validity).toInstant();
        for (Ceiling ceiling : ceilings.reversed()) {
            if (!today.isBefore(ceiling.from())) {
                Instant latest = start.plus(ceiling.days(), ChronoUnit.DAYS);
                end = end.isAfter(latest) ? latest : end;
                break;
            }
        }
        return new Validity(start, end.minusSeconds(1));
    }

    /** RFC 5280 4.2.1.3; encryption of keys only where the algorithm can (RFC 8813 3: not with elliptic curves). */
    public static Set<KeyUsage> usagesFor(KeySpec key, Set<ExtendedKeyUsage> purposes) {
        EnumSet<KeyUsage> usages = EnumSet.of(KeyUsage.DIGITAL_SIGNATURE);
        if (key.isRsa()
                && (purposes.contains(ExtendedKeyUsage.SERVER_AUTH)
                        || purposes.contains(ExtendedKeyUsage.EMAIL_PROTECTION))) {
            usages.add(KeyUsage.KEY_ENCIPHERMENT);
        }
        return usages;
    }
}

package io.shomei.profile;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.shomei.kernel.Language;
import io.shomei.lint.certificate.Programme;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.policy.Policy.CertificateTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a certificate of one kind contains (CP/CPS 7.1).
 *
 * @param id the number users know, or a name
 * @param version counts the changes of this profile; every certificate remembers the one it was issued under
 * @param programme whose demands its certificates meet beyond the standards and our policy
 * @param keys algorithms a subject key may have
 * @param authority the line of authorities that signs, or {@link #EACH_AUTHORITY}
 * @param purposes extKeyUsage (RFC 5280 4.2.1.12)
 * @param usages keyUsage as far as the algorithm of the key can do it, see {@link #usagesFor}
 * @param alternativeNames kinds of name it has: of these at least one name, and none of another kind
 * @param policy object identifier of our certificate policy (CP/CPS 1.2)
 * @param deliveries ways to its holder that may be chosen
 * @param limits how far a new version may go
 */
public record Profile(
        String id,
        int version,
        Name name,
        CertificateKind kind,
        Programme programme,
        Set<KeySpec> keys,
        String authority,
        Lifetime lifetime,
        Set<ExtendedKeyUsage> purposes,
        Set<KeyUsage> usages,
        SubjectTemplate subject,
        Set<NameKind> alternativeNames,
        String policy,
        Set<Delivery> deliveries,
        Limits limits) {

    /** In place of a line: every authority signs certificates of this profile, for its own status answers. */
    public static final String EACH_AUTHORITY = "*";

    public Profile {
        Objects.requireNonNull(programme, "a profile without a programme");
        keys = sorted(keys);
        purposes = sorted(purposes);
        usages = sorted(usages);
        alternativeNames = sorted(alternativeNames);
        deliveries = sorted(deliveries);
    }

    /** What its certificates are issued under: our policy, and the one of the programme where it demands that. */
    public List<String> policies() {
        return programme
                .reservedPolicy()
                .map(reserved -> List.of(policy, reserved))
                .orElseGet(() -> List.of(policy));
    }

    /** From when until when a certificate is valid; both ends included (RFC 5280 4.1.2.5). */
    public record Validity(Instant notBefore, Instant notAfter) {}

    /** What people call it. */
    public record Name(String ja, String en) {
        public String in(Language language) {
            return switch (language) {
                case JA -> ja;
                case EN -> en;
            };
        }
    }

    /**
     * What may be chosen for a new version.
     *
     * @param shortest period that is not undercut
     * @param longest period that is not exceeded, whatever the ceilings allow
     */
    public record Limits(Set<KeySpec> keys, Period shortest, Period longest) {
        public Limits {
            keys = sorted(keys);
        }

        /** The permitted period that is nearest to the wished one. */
        Period nearest(Period wished) {
            if (isLonger(shortest, wished)) {
                return shortest;
            }
            return isLonger(wished, longest) ? longest : wished;
        }

        /** As the calendar has it from the first of a year. */
        static boolean isLonger(Period one, Period other) {
            LocalDate start = LocalDate.of(2001, 1, 1);
            return start.plus(one).isAfter(start.plus(other));
        }
    }

    /** How long its certificates are valid for a tenant: what the policy says comes first, within the limits. */
    public Lifetime lifetimeUnder(CertificateTerms terms) {
        return new Lifetime(
                terms.validity() == null ? lifetime.period() : limits.nearest(terms.validity()),
                terms.notAfterRounding() == null ? lifetime.rounding() : terms.notAfterRounding(),
                lifetime.ceilings());
    }

    /**
     * keyUsage of a certificate with such a key (RFC 5280 4.2.1.3): RSA agrees on no keys, elliptic curves transport none
     * (RFC 8813 3), and algorithms that only sign do neither (RFC 8410 5, RFC 9881 5).
     */
    public Set<KeyUsage> usagesFor(KeySpec key) {
        EnumSet<KeyUsage> possible = EnumSet.copyOf(usages);
        possible.removeIf(usage -> !usage.fits(key));
        return possible;
    }

    /** RFC 3161 2.3: critical for time stamping, where it stands alone. */
    public boolean purposesAreCritical() {
        return purposes.contains(ExtendedKeyUsage.TIME_STAMPING);
    }

    /** RFC 6960 4.2.2.2.1: nobody asks for the status of who answers for status. */
    @JsonIgnore
    public boolean isOcspSigner() {
        return purposes.contains(ExtendedKeyUsage.OCSP_SIGNING);
    }

    /** Whether any delivery has the key made here. */
    public boolean platformMayMakeKey() {
        return deliveries.stream().anyMatch(Delivery::platformMakesKey);
    }

    /** What operators may change of it, as it is now. */
    public ProfileSettings settings() {
        return new ProfileSettings(name, keys, authority, lifetime.period(), lifetime.rounding(), policy);
    }

    /** The same profile with other settings, under the number of another version. */
    public Profile with(int number, ProfileSettings settings) {
        return new Profile(
                id,
                number,
                settings.name(),
                kind,
                programme,
                settings.keys(),
                settings.authority(),
                new Lifetime(settings.period(), settings.rounding(), lifetime.ceilings()),
                purposes,
                usages,
                subject,
                alternativeNames,
                settings.policy(),
                deliveries,
                limits);
    }

    static <E extends Enum<E>> Set<E> sorted(Set<E> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}

package io.shomei.authority;

import io.shomei.lint.certificate.Programme;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of authorities as the hierarchy describes it.
 *
 * @param name of the line, and of its first generation
 * @param issuer line of the authorities that sign it; its own for a root; null where it is signed elsewhere
 * @param key of the first generation, and of the next ones unless another is asked for
 * @param years how long its certificates are valid
 * @param subject of the first generation
 * @param programme whose demands its certificates meet
 * @param purposes what certificates below it may serve for; empty where nobody restricts that
 * @param optional whether the line is left out where keys of its kind cannot be made, as in many an HSM; not, where it is null
 */
record Plan(
        String name,
        String label,
        @Nullable String issuer,
        KeySpec key,
        int years,
        String subject,
        Programme programme,
        Set<ExtendedKeyUsage> purposes,
        @Nullable Boolean optional) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int MAX_NAME = 40;

    Plan {
        Objects.requireNonNull(programme, "an authority without a programme");
        purposes = Set.copyOf(purposes);
        if (name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("an authority cannot be called " + name);
        }
        if (years < 1) {
            throw new IllegalArgumentException(name + " is valid for less than a year");
        }
    }

    boolean isOptional() {
        return Boolean.TRUE.equals(optional);
    }

    boolean isRoot() {
        return name.equals(issuer);
    }

    /** {@code server-p256}, then {@code server-p256-g2}. */
    String nameOf(int generation) {
        return generation == 1 ? name : name + "-g" + generation;
    }

    String labelOf(int generation) {
        return generation == 1 ? label : label + " G" + generation;
    }

    /** Two keys never share a name: whoever looks for the issuer of a certificate or a list finds one (RFC 5280 4.2.1.1). */
    DistinguishedName subjectOf(int generation) {
        DistinguishedName first = DistinguishedName.parse(subject);
        if (generation == 1) {
            return first;
        }
        return DistinguishedName.of(first.attributes().stream()
                .map(attribute -> attribute.type() == AttributeType.CN
                        ? new Attribute(AttributeType.CN, attribute.value() + " G" + generation)
                        : attribute)
                .toList());
    }

    /** The name of the key of a generation. */
    static String keyName(String authority) {
        return "authority-" + authority;
    }
}

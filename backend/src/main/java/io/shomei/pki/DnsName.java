package io.shomei.pki;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A fully qualified host name in lower-case ASCII (RFC 5280 4.2.1.6, RFC 1034 3.5); names of other scripts as A-labels. */
public record DnsName(String value) {
    /** ub-common-name: a host name that must also stand in the CN. */
    public static final int MAX_IN_COMMON_NAME = 64;

    private static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL_LENGTH = 63;
    private static final Pattern IP_V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    public DnsName {
        Optional<Fault> fault = faultOf(value);
        if (fault.isPresent() || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException(
                    "not a host name: " + fault.map(Fault::name).orElse("upper case"));
        }
    }

    /** The name in lower case, or why it is none. */
    public static Check check(String text) {
        return check(text, MAX_LENGTH);
    }

    /** As {@link #check(String)}, but no longer than this: {@link #MAX_IN_COMMON_NAME} for a CN. */
    public static Check check(String text, int maxLength) {
        Optional<Fault> fault = text.length() > maxLength ? Optional.of(Fault.TOO_LONG) : faultOf(text);
        return fault.<Check>map(Check.Bad::new)
                .orElseGet(() -> new Check.Good(new DnsName(text.toLowerCase(Locale.ROOT))));
    }

    public static Optional<DnsName> parse(String text) {
        return check(text) instanceof Check.Good(DnsName name) ? Optional.of(name) : Optional.empty();
    }

    public static Optional<Fault> faultOf(String text) {
        if (text.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (text.indexOf('*') >= 0) {
            return Optional.of(Fault.WILDCARD);
        }
        if (IP_V4.matcher(text).matches() || text.indexOf(':') >= 0) {
            return Optional.of(Fault.IP_ADDRESS);
        }
        if (!text.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '.')) {
            return Optional.of(Fault.BAD_CHARACTER);
        }
        String[] labels = text.split("\\.", -1);
        for (String label : labels) {
            Optional<Fault> fault = faultOfLabel(label);
            if (fault.isPresent()) {
                return fault;
            }
        }
        if (labels.length == 1) {
            // RFC 6761 6.3: this one always means the machine itself; an applicant's names lie within his domains.
            return text.equalsIgnoreCase("localhost") ? Optional.empty() : Optional.of(Fault.SINGLE_LABEL);
        }
        // RFC 3696 2: a top-level domain is not all digits, so nothing that ends in one is a host name.
        return labels[labels.length - 1].chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(Fault.IP_ADDRESS)
                : Optional.empty();
    }

    /** Whether this is the domain or a name below it. {@code evil-a.ac.jp} is not within {@code a.ac.jp}. */
    public boolean isWithin(String domain) {
        String parent = domain.toLowerCase(Locale.ROOT);
        return !parent.isEmpty() && (value.equals(parent) || value.endsWith("." + parent));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<Fault> faultOfLabel(String label) {
        if (label.isEmpty() || label.startsWith("-") || label.endsWith("-")) {
            return Optional.of(Fault.LABEL_EDGE);
        }
        if (label.length() > MAX_LABEL_LENGTH) {
            return Optional.of(Fault.LABEL_TOO_LONG);
        }
        // BR 7.1.2.7.12 (RFC 5890 2.3.1): hyphens in third and fourth place only as a valid A-label.
        if (label.startsWith("--", 2)) {
            boolean decodes = label.toLowerCase(Locale.ROOT).startsWith("xn--")
                    && !IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED).equalsIgnoreCase(label);
            return decodes ? Optional.empty() : Optional.of(Fault.BAD_A_LABEL);
        }
        return Optional.empty();
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** A host name, or why it is none. */
    public sealed interface Check {
        record Good(DnsName name) implements Check {}

        record Bad(Fault fault) implements Check {}
    }

    /** Why a text is not a host name. */
    public enum Fault {
        EMPTY,
        TOO_LONG,
        LABEL_TOO_LONG,
        BAD_CHARACTER,
        /** A label is empty, or begins or ends with a hyphen. */
        LABEL_EDGE,
        BAD_A_LABEL,
        WILDCARD,
        IP_ADDRESS,
        SINGLE_LABEL
    }
}

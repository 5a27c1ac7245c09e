package io.shomei.pki;

import java.util.Optional;

/**
 * A mailbox as an rfc822Name holds it (RFC 5280 4.2.1.6): a local part in ASCII and a host name, with A-labels for other scripts.
 * Quoted local parts and address literals exist in the standard only (RFC 5321 4.1.2).
 *
 * @param localPart as it was written: what is before the at sign may tell upper from lower case
 */
public record MailAddress(String localPart, DnsName domain) {
    /** RFC 5322 3.2.3: atext beside letters and digits. */
    private static final String ATOM_SYMBOLS = "!#$%&'*+-/=?^_`{|}~";

    /** RFC 5321 4.5.3.1.1. */
    private static final int MAX_LOCAL_PART = 64;

    public MailAddress {
        if (!isDotAtom(localPart)) {
            throw new IllegalArgumentException("not a local part");
        }
    }

    /** An address, or why it is none. */
    public sealed interface Check {
        record Good(MailAddress address) implements Check {}

        record Bad(Fault fault) implements Check {}
    }

    /** Why a text is no address that a certificate can hold. */
    public enum Fault {
        /** Not one at sign with something before and after it, or a space. */
        FORM,
        LOCAL_PART,
        DOMAIN,
        /**
         * Characters beyond ASCII. They would need an SmtpUTF8Mailbox (RFC 9598), which many mail programs do not compare with
         * the sender; a domain can be written with A-labels instead.
         */
        INTERNATIONAL
    }

    /** The address with its domain in lower case, or why it is none. */
    public static Check check(String text) {
        int at = text.indexOf('@');
        if (at <= 0 || at == text.length() - 1 || at != text.lastIndexOf('@') || text.contains(" ")) {
            return new Check.Bad(Fault.FORM);
        }
        if (text.chars().anyMatch(c -> c > 0x7F)) {
            return new Check.Bad(Fault.INTERNATIONAL);
        }
        String localPart = text.substring(0, at);
        if (!isDotAtom(localPart)) {
            return new Check.Bad(Fault.LOCAL_PART);
        }
        return DnsName.parse(text.substring(at + 1))
                .<Check>map(domain -> new Check.Good(new MailAddress(localPart, domain)))
                .orElseGet(() -> new Check.Bad(Fault.DOMAIN));
    }

    public static Optional<MailAddress> parse(String text) {
        return check(text) instanceof Check.Good(MailAddress address) ? Optional.of(address) : Optional.empty();
    }

    @Override
    public String toString() {
        return localPart + "@" + domain;
    }

    /** RFC 5321 4.1.2: Dot-string. */
    private static boolean isDotAtom(String local) {
        return !local.isEmpty()
                && local.length() <= MAX_LOCAL_PART
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.chars().allMatch(c -> c == '.' || isAtom(c));
    }

    private static boolean isAtom(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || ATOM_SYMBOLS.indexOf(c) >= 0;
    }
}

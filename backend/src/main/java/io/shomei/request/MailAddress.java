package io.shomei.request;

import io.shomei.pki.DnsName;
import java.util.Optional;

/** Judges the address that mails are to be sent to. */
final class MailAddress {
    /** RFC 5322 3.2.3: atext beside letters and digits. */
    private static final String ATOM_SYMBOLS = "!#$%&'*+-/=?^_`{|}~";

    /** RFC 5321 4.5.3.1.1. */
    private static final int MAX_LOCAL_PART = 64;

    private MailAddress() {}

    /** Why nothing can be sent to it, if so. */
    static Optional<RowErrorCode> fault(String text) {
        int at = text.indexOf('@');
        if (at <= 0 || at == text.length() - 1 || at != text.lastIndexOf('@') || text.contains(" ")) {
            return Optional.of(RowErrorCode.MAIL_FORMAT);
        }
        boolean deliverable = isDotAtom(text.substring(0, at))
                && DnsName.parse(text.substring(at + 1)).isPresent();
        return deliverable ? Optional.empty() : Optional.of(RowErrorCode.MAIL_ADDRESS);
    }

    /** RFC 5321 4.1.2: Dot-string. Quoted local parts exist in the standard only. */
    private static boolean isDotAtom(String local) {
        return local.length() <= MAX_LOCAL_PART
                && !local.startsWith(".")
                && !local.endsWith(".")
                && !local.contains("..")
                && local.chars().allMatch(c -> c == '.' || isAtom(c));
    }

    private static boolean isAtom(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ATOM_SYMBOLS.indexOf(c) >= 0;
    }
}

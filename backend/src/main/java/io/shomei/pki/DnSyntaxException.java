package io.shomei.pki;

/** A name that cannot be read: where, counted from 0, and why. */
public final class DnSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;
    private final Reason reason;

    DnSyntaxException(Reason reason, int position) {
        // A refusal of input, not a bug: no stack trace is filled in.
        super(reason + " at " + position, null, false, false);
        this.reason = reason;
        this.position = position;
    }

    public int position() {
        return position;
    }

    public Reason reason() {
        return reason;
    }

    /** Why a name cannot be read. */
    public enum Reason {
        EMPTY,
        TOO_LONG,
        NO_ATTRIBUTE,
        UNKNOWN_ATTRIBUTE,
        NAME_NOT_UPPER_CASE,
        SPACE_AROUND_SEPARATOR,
        EMPTY_VALUE,
        BAD_CHARACTER,
        REPEATED_ATTRIBUTE,
        /** The value holds what would read as another attribute in the name's text. */
        AMBIGUOUS_VALUE,
        /** The bytes are not an X.501 Name, or one with several values in one RDN, which we do not issue. */
        NOT_A_NAME
    }
}

package io.shomei.revocation.bulk;

/** What a line of a bulk revocation leads to, or led to. */
enum Outcome {
    /** The submission revokes it. */
    REVOCABLE,
    /** It was revoked before; the submission puts the stronger reason in the place of the weaker one. */
    REPLACEABLE,
    /** The submission revoked it. */
    REVOKED,
    ALREADY_REVOKED,
    EXPIRED,
    /** There is none, or it is another tenant's. */
    NOT_FOUND,
    /** The caller has no right for certificates of its kind. */
    NOT_PERMITTED,
    /** It is that of an authority which goes on issuing. */
    ACTIVE_AUTHORITY,
    /** Several valid certificates have the name; only a person can say which one is meant. */
    AMBIGUOUS,
    /** An earlier line leads to the same certificate. */
    DUPLICATE;

    /** Whether the submission still has to do something. */
    boolean isLeft() {
        return this == REVOCABLE || this == REPLACEABLE;
    }
}

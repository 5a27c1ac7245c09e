package io.shomei.profile;

/** Kinds of alternative name a profile has (RFC 5280 4.2.1.6). */
public enum NameKind {
    DNS,
    EMAIL
}

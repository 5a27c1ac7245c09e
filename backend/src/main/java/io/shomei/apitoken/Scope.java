package io.shomei.apitoken;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A group of operations that a token may be for; the contract says of each operation to which it belongs. */
enum Scope {
    TENANTS_READ,
    PROFILES_READ,
    AUTHORITIES_READ,
    TIMESTAMPS_READ,
    REQUESTS_READ,
    REQUESTS_WRITE,
    CERTIFICATES_READ,
    CERTIFICATES_REVOKE,
    NOTICES_READ,
    AUDIT_READ,
    STATISTICS_READ;

    /** The stable name, such as {@code certificates:read}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    static Optional<Scope> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}

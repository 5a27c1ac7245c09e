package io.shomei.apitoken;

import static io.shomei.kernel.Role.ADMINISTRATOR;
import static io.shomei.kernel.Role.OFFICER;
import static io.shomei.kernel.Role.OPERATOR;

import io.shomei.kernel.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A group of operations that a token may be for; the contract says of each operation to which it belongs. */
enum Scope {
    TENANTS_READ(OPERATOR, OFFICER, ADMINISTRATOR),
    PROFILES_READ(OPERATOR, OFFICER),
    AUTHORITIES_READ(OPERATOR),
    TIMESTAMPS_READ(OPERATOR, OFFICER),
    REQUESTS_READ(OFFICER, ADMINISTRATOR),
    REQUESTS_WRITE(OFFICER, ADMINISTRATOR),
    CERTIFICATES_READ(OPERATOR, OFFICER, ADMINISTRATOR),
    CERTIFICATES_REVOKE(OPERATOR, OFFICER, ADMINISTRATOR),
    NOTICES_READ(OPERATOR, OFFICER, ADMINISTRATOR),
    AUDIT_READ(OPERATOR, OFFICER, ADMINISTRATOR),
    STATISTICS_READ(OPERATOR, OFFICER, ADMINISTRATOR);

    private final Set<Role> roles;

    /** @param roles who may call any operation of it */
    Scope(Role... roles) {
        this.roles = Set.of(roles);
    }

    boolean isFor(Role role) {
        return roles.contains(role);
    }

    /** The stable name, such as {@code certificates:read}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    static Optional<Scope> ofCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}

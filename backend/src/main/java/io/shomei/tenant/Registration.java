package io.shomei.tenant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant with everything that operators registered of it.
 *
 * @param version grows with every change of it and of its domains
 * @param stateReason why it was suspended or ended
 * @param licences how many certificates its contract is for; null where none were agreed
 */
record Registration(
        Tenant tenant,
        int version,
        Instant stateSince,
        @Nullable String stateReason,
        @Nullable Integer licences,
        List<Contact> contacts) {

    Registration {
        contacts = List.copyOf(contacts);
    }

    /** What of it can be changed, as it is. */
    TenantValues values() {
        return new TenantValues(
                tenant.nameJa(),
                tenant.nameEn(),
                tenant.subject(),
                tenant.timeZone().getId(),
                contacts,
                licences);
    }
}

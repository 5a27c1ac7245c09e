package io.shomei.tenant;

import io.shomei.kernel.TenantId;
import java.time.ZoneId;
import java.util.List;

/** A customer of the platform. */
public record Tenant(
        TenantId id,
        String code,
        String nameJa,
        String nameEn,
        State state,
        ZoneId timeZone,
        RegisteredSubject subject,
        List<Domain> domains) {

    public Tenant {
        domains = List.copyOf(domains);
    }

    /** Whether a tenant may work: a suspended one may not, an ended one may not any more. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        ENDED
    }

    /** Refuses when the tenant may not work now. */
    public void requireActive() {
        if (state != State.ACTIVE) {
            throw TenantProblem.TENANT_NOT_ACTIVE.because("%s", code);
        }
    }
}

package io.shomei.tenant;

import io.shomei.kernel.TenantId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
        ENDED;

        /** What has ended stays so. */
        boolean mayBecome(State next) {
            return switch (this) {
                case ACTIVE -> next == SUSPENDED || next == ENDED;
                case SUSPENDED -> next == ACTIVE || next == ENDED;
                case ENDED -> false;
            };
        }

        /** Refuses unless the tenant may work now. */
        public void requireActive(String code) {
            if (this != ACTIVE) {
                throw TenantProblem.TENANT_NOT_ACTIVE.because("%s", code);
            }
        }
    }

    /** The domain of this name. */
    Optional<Domain> domain(String name) {
        return domains.stream().filter(domain -> domain.name().equals(name)).findFirst();
    }

    /** Refuses when the tenant may not work now. */
    public void requireActive() {
        state.requireActive(code);
    }
}

package io.shomei.testing;

import io.shomei.account.secret.Nobodies;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Log-in IDs that are nobody's. */
@Singleton
public class Strangers {
    private static final Duration LONGER_THAN_KEPT = Duration.ofMinutes(11);

    private final Nobodies nobodies;
    private final TestClock clock;

    Strangers(Nobodies nobodies, TestClock clock) {
        this.nobodies = nobodies;
        this.clock = clock;
    }

    /** One that is answered as a user's of this tenant would be. */
    public String of(TenantId tenant, Predicate<Policy> offered) {
        // What tenants there are is read anew, now and whenever the clock is back.
        clock.at(LONGER_THAN_KEPT, () -> nobodies.of("", null, offered));
        return Stream.generate(() -> "nobody-" + UUID.randomUUID())
                .filter(id -> nobodies.of(id, null, offered)
                        .filter(nobody -> nobody.tenant().equals(tenant) && nobody.role() == Role.USER)
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }
}

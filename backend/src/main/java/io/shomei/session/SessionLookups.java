package io.shomei.session;

import io.shomei.jobs.Together;
import io.shomei.jobs.Together.Asked;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the sessions that a tenant's requests come with, in one question for all that wait at the moment. The question always begins after
 * the requests it is for, and sees all that was committed before them.
 */
@ApplicationScoped
class SessionLookups {
    private static final int MOST_AT_ONCE = 100;

    private final SessionRepository sessions;
    private final Map<TenantId, Together<UUID, Optional<SessionOwner>>> tenants = new ConcurrentHashMap<>();

    SessionLookups(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /** A session with its account: all that a request is checked against. */
    Optional<SessionOwner> find(TenantId tenant, UUID id) {
        return tenants.computeIfAbsent(
                        tenant,
                        each -> new Together<>("session-lookup", MOST_AT_ONCE, _ -> 1, asked -> read(each, asked)))
                .await(id);
    }

    private void read(TenantId tenant, List<Asked<UUID, Optional<SessionOwner>>> together) {
        UUID[] ids = together.stream().map(Asked::question).distinct().toArray(UUID[]::new);
        Map<UUID, SessionOwner> found = sessions.owners(tenant, ids).stream()
                .collect(Collectors.toMap(owner -> owner.session().id(), Function.identity()));
        together.forEach(each -> each.answer().complete(Optional.ofNullable(found.get(each.question()))));
    }
}

package io.shomei.status.crl;

import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.CrlAlarm;
import io.shomei.api.CrlKind;
import io.shomei.api.CrlList;
import io.shomei.api.CrlScopeList;
import io.shomei.api.StatusApi;
import io.shomei.authority.Authorities;
import io.shomei.web.CurrentCaller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

@RunOnVirtualThread
class CrlResource implements StatusApi {
    private final CrlPublisher publisher;
    private final Authorities authorities;
    private final CrlScopes scopes;
    private final CurrentCaller caller;
    private final InstantSource clock;

    CrlResource(
            CrlPublisher publisher,
            Authorities authorities,
            CrlScopes scopes,
            CurrentCaller caller,
            InstantSource clock) {
        this.publisher = publisher;
        this.authorities = authorities;
        this.scopes = scopes;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    @PermitAll
    public CrlList listCrls() {
        return list(publisher.newest());
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public CrlScopeList listCrlScopes() {
        return new CrlScopeList(scopes.list().stream().map(this::scope).toList());
    }

    @Override
    @RolesAllowed(IS_OPERATOR)
    public CrlList publishCrls(String name) {
        return list(publisher.publishAnew(caller.get(), name));
    }

    private CrlList list(List<Crl> crls) {
        return new CrlList(crls.stream().map(this::crl).toList());
    }

    private io.shomei.api.CrlScope scope(CrlScopeState state) {
        return new io.shomei.api.CrlScope(
                state.scope().authority(),
                state.label(),
                state.scope().shard(),
                state.shards(),
                state.full().map(this::crl).orElse(null),
                state.delta().map(this::crl).orElse(null),
                state.dueAt().orElse(null),
                state.madeIn().map(Duration::toMillis).orElse(null),
                state.waiting(),
                CrlAlarm.valueOf(state.alarmAt(clock.instant()).name()));
    }

    private io.shomei.api.Crl crl(Crl crl) {
        String authority = crl.scope().authority();
        int shard = crl.scope().shard();
        return new io.shomei.api.Crl(
                authority,
                shard,
                CrlKind.valueOf(crl.kind().name()),
                crl.number(),
                crl.baseNumber(),
                crl.thisUpdate(),
                crl.nextUpdate(),
                crl.entries(),
                crl.octets(),
                crl.kind() == Crl.Kind.FULL
                        ? authorities.crlUrl(authority, shard)
                        : authorities.deltaCrlUrl(authority, shard));
    }
}

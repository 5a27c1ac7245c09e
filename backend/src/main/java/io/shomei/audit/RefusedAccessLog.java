package io.shomei.audit;

import io.shomei.kernel.Caller;
import io.shomei.kernel.ProblemCode;
import io.shomei.web.RefusedAccess;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

@ApplicationScoped
class RefusedAccessLog implements RefusedAccess {
    private final AuditLog log;

    RefusedAccessLog(AuditLog log) {
        this.log = log;
    }

    @Override
    public void note(Caller caller, String request, ProblemCode refusal) {
        log.appendNow(AuditEntry.failed(caller.tenant(), AuditOperation.ACCESS_REFUSE, Actor.of(caller))
                .with(Map.of("request", request, "problem", refusal.slug())));
    }
}

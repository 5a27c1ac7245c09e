package io.shomei.audit;

import io.shomei.kernel.Caller;
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
    public void note(Caller caller, Refusal refusal) {
        AuditOperation operation = refusal.permitted() ? AuditOperation.OPERATION_REFUSE : AuditOperation.ACCESS_REFUSE;
        log.appendNow(AuditEntry.failed(caller.tenant(), operation, Actor.of(caller))
                .on(null, refusal.target())
                .with(Map.of(
                        "operation", refusal.operation(),
                        "request", refusal.request(),
                        "problem", refusal.problem())));
    }
}

package io.shomei.audit;

import io.shomei.kernel.Caller;
import io.shomei.web.CurrentCaller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Writes down what somebody with a session tried and may not do. */
@Singleton
class RefusedAccessFilter {
    private final AuditLog log;
    private final CurrentCaller caller;

    RefusedAccessFilter(AuditLog log, CurrentCaller caller) {
        this.log = log;
        this.caller = caller;
    }

    @ServerResponseFilter
    void tell(SimpleResourceInfo operation, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.FORBIDDEN.getStatusCode()) {
            return;
        }
        try {
            caller.find().ifPresent(by -> tell(by, operation.getMethodName()));
        } catch (SecurityException noSession) {
            // The session itself was refused: there is nobody to tell of.
            return;
        }
    }

    /** By the operation's name: its address could hold a one-time token. */
    private void tell(Caller by, String operation) {
        log.appendNow(AuditEntry.failed(by.tenant(), AuditOperation.ACCESS_REFUSE, Actor.of(by))
                .on(operation, null));
    }
}

package io.shomei.web;

import io.quarkus.security.identity.SecurityIdentity;
import io.shomei.kernel.Scoped;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets an API token call only what its scopes name. An operation without a scope, unless it is everybody's, is for sessions. */
@Singleton
class ScopeFilter {
    private final SecurityIdentity identity;

    ScopeFilter(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    void check(ResourceInfo operation) {
        Set<String> granted = identity.getAttribute(CurrentCaller.SCOPES);
        Method method = operation.getResourceMethod();
        if (granted == null || method.isAnnotationPresent(PermitAll.class)) {
            return;
        }
        Optional<Scoped> needed = ContractMarks.find(method, Scoped.class);
        if (needed.isEmpty() || !granted.contains(needed.get().value())) {
            throw WebProblem.SCOPE_MISSING.because(
                    "%s", needed.map(Scoped::value).orElse(""));
        }
    }
}

package io.shomei.web;

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
    private final CurrentCaller caller;

    ScopeFilter(CurrentCaller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    void check(ResourceInfo operation) {
        Method method = operation.getResourceMethod();
        if (method.isAnnotationPresent(PermitAll.class)) {
            return;
        }
        caller.scopes().ifPresent(granted -> check(method, granted));
    }

    private static void check(Method method, Set<String> granted) {
        Optional<Scoped> needed = ContractMarks.find(method, Scoped.class);
        if (needed.isEmpty() || !granted.contains(needed.get().value())) {
            throw WebProblem.SCOPE_MISSING.because(
                    "%s", needed.map(Scoped::value).orElse(""));
        }
    }
}

package io.shomei.web;

import io.shomei.kernel.Caller;
import io.shomei.kernel.Guessable;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Hears nobody too often: every request of an account or an API token counts for it, and every one without a session for the address. Where a
 * secret could be guessed what is refused counts by address besides, and far sooner, so that a whole university may log in from behind one.
 */
@Singleton
class RateFilter {
    private static final String CONTRACT = "/api/";
    private static final String GUESSED = "shomei.guessed";

    private final RateLimits limits;
    private final RequestFacts request;
    private final CurrentCaller caller;
    private final RoutingContext routing;

    RateFilter(RateLimits limits, RequestFacts request, CurrentCaller caller, RoutingContext routing) {
        this.limits = limits;
        this.request = request;
        this.caller = caller;
        this.routing = routing;
    }

    @ServerRequestFilter
    void hear(ContainerRequestContext context, ResourceInfo operation) {
        if (ContractMarks.find(operation.getResourceMethod(), Guessable.class).isPresent()) {
            limits.visit(request.address()).ifPresent(this::refuse);
            limits.guess(request.address()).ifPresent(this::refuse);
            context.setProperty(GUESSED, true);
            return;
        }
        Optional<Caller> who = caller.find();
        if (who.isPresent()) {
            limits.request(counted(who.get())).ifPresent(this::refuse);
        } else if (routing.normalizedPath().startsWith(CONTRACT)) {
            limits.visit(request.address()).ifPresent(this::refuse);
        }
    }

    @ServerResponseFilter
    void answered(ContainerRequestContext context, ContainerResponseContext answer) {
        if (context.getProperty(GUESSED) != null && answer.getStatus() < 400) {
            limits.right(request.address());
        }
    }

    /** A token is counted for itself, so that one script does not take its account, or another script, along. */
    private UUID counted(Caller who) {
        return caller.scopes().isEmpty() ? who.account().value() : who.session();
    }

    private void refuse(Duration after) {
        routing.response()
                .putHeader("Retry-After", String.valueOf(after.plusSeconds(1).toSeconds()));
        throw WebProblem.TOO_MANY_REQUESTS.because("");
    }
}

package io.shomei.web;

import io.quarkus.logging.Log;
import io.shomei.api.Problem;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.ProblemCode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Has refusals written into the history before they are told: of everything that somebody who is logged in may not do, and of every operation
 * that would have changed something. Nobody fills the history from outside: whoever is not known is not written down here, nor is who asks too
 * often.
 */
@Singleton
class RefusalNotes {
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<Integer> UNWRITTEN = Set.of(
            ProblemDocuments.status(ProblemCode.Kind.UNAUTHENTICATED),
            ProblemDocuments.status(ProblemCode.Kind.TOO_MANY));

    private final RefusedAccess refusals;
    private final CurrentCaller caller;

    RefusalNotes(RefusedAccess refusals, CurrentCaller caller) {
        this.refusals = refusals;
        this.caller = caller;
    }

    /**
     * The answer, once it is written down; not on a thread that must not wait.
     *
     * @param operation without a method where the request reached none
     */
    Uni<Response> noted(Response answer, ContainerRequestContext asked, ResourceInfo operation) {
        Method method = operation.getResourceMethod();
        boolean permitted = answer.getStatus() != ProblemDocuments.status(ProblemCode.Kind.FORBIDDEN);
        if (method == null
                || UNWRITTEN.contains(answer.getStatus())
                || (permitted && !CHANGING.contains(asked.getMethod()))) {
            return Uni.createFrom().item(answer);
        }
        String problem = ProblemDocuments.slug((Problem) answer.getEntity());
        Optional<Caller> who = caller.find();
        // That something else is due first is no refusal of what was asked for.
        if (who.isEmpty() || caller.due().map(ProblemCode::slug).equals(Optional.of(problem))) {
            return Uni.createFrom().item(answer);
        }
        RefusedAccess.Refusal refusal = new RefusedAccess.Refusal(
                method.getName(),
                line(asked, method),
                problem,
                permitted,
                target(asked).orElse(null));
        return Uni.createFrom()
                .item(() -> {
                    refusals.note(who.get(), refusal);
                    return answer;
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure()
                .recoverWithItem(failure -> {
                    // It is refused all the same.
                    Log.errorf(
                            failure, "%s was refused as %s, which is not in the history", refusal.request(), problem);
                    return answer;
                });
    }

    private static String line(ContainerRequestContext asked, Method method) {
        return asked.getMethod() + " " + ContractMarks.path(method);
    }

    private static Optional<UUID> target(ContainerRequestContext asked) {
        return asked.getUriInfo().getPathParameters().values().stream()
                .flatMap(List::stream)
                .flatMap(value -> Ids.parse(value).stream())
                .findFirst();
    }
}

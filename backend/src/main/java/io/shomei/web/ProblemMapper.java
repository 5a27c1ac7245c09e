package io.shomei.web;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.shomei.api.Problem;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** From exceptions to problem documents; the only bridge. What it does not know leaves the house as a request id alone. */
@Singleton
class ProblemMapper {
    private final ProblemDocuments documents;
    private final RequestFacts request;
    private final CurrentCaller caller;
    private final RefusalNotes notes;

    ProblemMapper(ProblemDocuments documents, RequestFacts request, CurrentCaller caller, RefusalNotes notes) {
        this.documents = documents;
        this.request = request;
        this.caller = caller;
        this.notes = notes;
    }

    @ServerExceptionMapper
    Uni<Response> refused(ProblemException refusal, ContainerRequestContext asked, ResourceInfo operation) {
        Response answer = answer(refusal);
        return refusal.isInHistory() ? Uni.createFrom().item(answer) : notes.noted(answer, asked, operation);
    }

    @ServerExceptionMapper
    Uni<Response> invalid(
            ConstraintViolationException violations, ContainerRequestContext asked, ResourceInfo operation) {
        List<InputFault> faults = violations.getConstraintViolations().stream()
                .map(this::fault)
                .sorted(Comparator.comparing(InputFault::pointer))
                .toList();
        return notes.noted(answer(MALFORMED_REQUEST, "", faults), asked, operation);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(SecurityException failure) {
        // A refusal found while the session was looked up says more than "no session".
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refusal) {
                return answer(refusal);
            }
        }
        return answer(WebProblem.SESSION_REQUIRED, "", List.of());
    }

    @ServerExceptionMapper
    Uni<Response> forbidden(ForbiddenException failure, ContainerRequestContext asked, ResourceInfo operation) {
        return notes.noted(answer(caller.due().orElse(NOT_PERMITTED), "", List.of()), asked, operation);
    }

    /** The second type is named because the framework has a mapper of its own for it. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Uni<Response> unreadable(JsonProcessingException failure, ContainerRequestContext asked, ResourceInfo operation) {
        return notes.noted(unreadable(failure), asked, operation);
    }

    @ServerExceptionMapper
    Uni<Response> http(WebApplicationException failure, ContainerRequestContext asked, ResourceInfo operation) {
        return notes.noted(http(failure), asked, operation);
    }

    @ServerExceptionMapper
    Uni<Response> unknown(Throwable failure, ContainerRequestContext asked, ResourceInfo operation) {
        return notes.noted(unknown(failure), asked, operation);
    }

    private Response unreadable(JsonProcessingException failure) {
        return answer(MALFORMED_REQUEST, "", List.of(fault(failure)));
    }

    private Response http(WebApplicationException failure) {
        if (failure.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        // A query parameter that is no value of its type is reported by the framework as "not found".
        if (failure instanceof NotFoundException
                && (failure.getCause() instanceof IllegalArgumentException
                        || failure.getCause() instanceof DateTimeException)) {
            return answer(MALFORMED_REQUEST, "", List.of());
        }
        int status = failure.getResponse().getStatus();
        return switch (status) {
            case 400 -> answer(MALFORMED_REQUEST, "", List.of());
            case 401 -> answer(WebProblem.SESSION_REQUIRED, "", List.of());
            case 403 -> answer(NOT_PERMITTED, "", List.of());
            case 404 -> answer(WebProblem.NOT_HERE, "", List.of());
            case 405 -> answer(WebProblem.METHOD_NOT_OFFERED, status, "", List.of());
            case 406 -> answer(WebProblem.NOT_ACCEPTABLE, status, "", List.of());
            case 413 -> answer(WebProblem.BODY_TOO_LARGE, "", List.of());
            case 415 -> answer(WebProblem.MEDIA_TYPE_NOT_OFFERED, "", List.of());
            default -> unknown(failure);
        };
    }

    private Response unknown(Throwable failure) {
        // Somebody who leaves a page while it loads is no failure of ours.
        boolean abandoned = failure instanceof IOException && request.isAbandoned();
        Log.logf(
                abandoned ? Logger.Level.DEBUG : Logger.Level.ERROR, failure, "request %s failed", request.requestId());
        return answer(WebProblem.INTERNAL_ERROR, "", List.of());
    }

    private Response answer(ProblemException refusal) {
        return answer(refusal.code(), refusal.detail(), refusal.faults());
    }

    private Response answer(ProblemCode code, String detail, List<InputFault> faults) {
        return answer(code, ProblemDocuments.status(code.kind()), detail, faults);
    }

    private Response answer(ProblemCode code, int status, String detail, List<InputFault> faults) {
        Problem body = documents.document(code, status, detail, faults, request.language(), request.requestId());
        Response.ResponseBuilder answer = Response.status(status)
                .type(ProblemDocuments.MEDIA_TYPE)
                .header("Content-Language", request.language().locale().getLanguage())
                .entity(body);
        code.retryAfter().ifPresent(after -> answer.header("Retry-After", after.toSeconds()));
        return answer.build();
    }

    private InputFault fault(ConstraintViolation<?> violation) {
        String code = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return InputFaults.of(pointer(violation.getPropertyPath()), code, request.language());
    }

    private InputFault fault(JsonProcessingException failure) {
        boolean unknown = failure instanceof com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
        String code = unknown ? "UnknownMember" : failure instanceof JsonMappingException ? "WrongType" : "NotJson";
        String pointer = "";
        if (failure instanceof JsonMappingException mapping) {
            List<String> steps = new ArrayList<>();
            mapping.getPath()
                    .forEach(step -> steps.add(
                            step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName()));
            pointer = steps.isEmpty() ? "" : "/" + String.join("/", steps);
        }
        return InputFaults.of(pointer, code, request.language());
    }

    /** Drops the method and parameter names, which are ours, and keeps the members, which are the sender's. */
    private static String pointer(Path path) {
        List<String> steps = new ArrayList<>();
        String parameter = "";
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case METHOD -> {}
                case PARAMETER -> parameter = node.getName();
                case PROPERTY -> {
                    if (node.getIndex() != null) {
                        steps.add(String.valueOf(node.getIndex()));
                    }
                    steps.add(node.getName());
                }
                default -> {
                    // A parameter that is given several times is one that people know by its name.
                    if (node.getIndex() != null && !steps.isEmpty()) {
                        steps.add(String.valueOf(node.getIndex()));
                    }
                }
            }
        }
        return steps.isEmpty() ? parameter : "/" + String.join("/", steps);
    }
}

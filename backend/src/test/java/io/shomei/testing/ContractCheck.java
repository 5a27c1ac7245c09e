package io.shomei.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares every answer with what {@code openapi.yaml} says of it, and notes that it was given. */
final class ContractCheck implements Filter {
    private static final String PROBLEM = "application/problem+json";
    /** What reaches no operation; and whoever is not known, is heard no longer, or owes a step of the log-in first. */
    private static final Set<String> UNWRITTEN = Set.of(
            "media-type-not-offered",
            "not-acceptable",
            "compressed-body",
            "body-too-large",
            "too-many-requests",
            "otp-required",
            "residual-session",
            "password-change-required",
            "session-required",
            "session-ended",
            "session-timed-out",
            "session-displaced",
            "session-certificate-mismatch",
            "api-token-ended",
            "tenant-not-active");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification unused, FilterContext context) {
        Response response = context.next(request, unused);
        String path = URI.create(request.getURI()).getPath();
        if (path.startsWith("/api/")) {
            check(request.getMethod(), path, request.getHeaders().hasHeaderWithName("Authorization"), response);
        }
        return response;
    }

    private void check(String method, String path, boolean known, Response response) {
        int status = response.statusCode();
        String what = method + " " + path + " answers " + status + ": ";
        String problem = status >= 400 ? problem(what, response) : "";
        Optional<Contract.Operation> found = Contract.get().find(method, path);
        if (found.isEmpty()) {
            require(Contract.EVERYWHERE.contains(problem), what + problem + " where the contract has no operation");
            return;
        }
        Contract.Operation operation = found.get();
        Exercised.answered(operation.id(), status, problem);
        if (known && !operation.method().equals("get") && !problem.isEmpty() && !UNWRITTEN.contains(problem)) {
            Exercised.refused(response.header("X-Request-Id"), operation.id() + " " + problem);
        }
        if (Contract.EVERYWHERE.contains(problem)) {
            return;
        }
        JsonNode documented = operation
                .response(status)
                .orElseThrow(() -> new AssertionError(what + problem + " which the contract does not know"));
        if (!problem.isEmpty()) {
            require(
                    operation.problems(status).contains(problem),
                    what + problem + ", but the contract names " + operation.problems(status));
            return;
        }
        content(what, documented.path("content"), response);
    }

    private String problem(String what, Response response) {
        String type = response.contentType();
        require(type != null && type.startsWith(PROBLEM), what + "no problem document but " + type);
        JsonNode body = body(response);
        JsonNode schema = Contract.get().document().at("/components/schemas/Problem");
        List<String> faults = Contract.get().faults(schema, body);
        require(faults.isEmpty(), what + faults + " in " + body);
        require(body.get("status").asInt() == response.statusCode(), what + "the document says " + body.get("status"));
        require(
                body.get("instance").asText().equals(response.header("X-Request-Id")),
                what + "the instance is not the request id");
        String slug = body.get("type").asText();
        require(slug.startsWith("/problems/"), what + slug);
        return slug.substring("/problems/".length());
    }

    private void content(String what, JsonNode documented, Response response) {
        if (documented.isEmpty()) {
            require(response.asByteArray().length == 0, what + "a body, where the contract has none");
            return;
        }
        String type = response.contentType().replaceAll(";.*", "").strip();
        JsonNode content = documented.get(type);
        if (content == null && documented.has("application/octet-stream")) {
            return;
        }
        require(content != null, what + type + " instead of " + documented.properties());
        if (type.equals("application/json")) {
            List<String> faults = Contract.get().faults(content.get("schema"), body(response));
            require(faults.isEmpty(), what + faults + " in " + response.asString());
        }
    }

    private JsonNode body(Response response) {
        try {
            return json.readTree(response.asString());
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("no JSON: " + response.asString(), unreadable);
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}

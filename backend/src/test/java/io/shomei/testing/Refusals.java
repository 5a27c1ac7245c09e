package io.shomei.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.function.Function;

/** What every operation refuses in the same way. */
public final class Refusals {
    private Refusals() {}

    /** Without a session, and for an account of another role. */
    public static void needs(Http http, Person wrongRole, Function<RequestSpecification, Response> call) {
        call.apply(http.portal()).then().statusCode(401).body("type", equalTo("/problems/session-required"));
        notPermitted(call.apply(http.as(wrongRole)));
    }

    public static void notPermitted(Response answer) {
        is(answer, 403, "not-permitted");
    }

    public static void is(Response answer, int status, String problem) {
        answer.then().statusCode(status).body("type", equalTo("/problems/" + problem));
    }

    /** Another tenant's thing is answered like one that does not exist. */
    public static void unknown(Person stranger, Http http, String othersId, CallOnId call) {
        String nobodys = "0197a1b2-0000-7000-8000-000000000001";
        Map<String, Object> expected = document(call.on(http.as(stranger), nobodys));
        assertThat(document(call.on(http.as(stranger), othersId))).isEqualTo(expected);
        assertThat(document(call.on(http.as(stranger), "no-id-at-all"))).isEqualTo(expected);
    }

    /** A request that names a thing. */
    @FunctionalInterface
    public interface CallOnId {
        Response on(RequestSpecification request, String id);
    }

    private static Map<String, Object> document(Response answer) {
        is(answer, 404, "not-found");
        Map<String, Object> document = answer.jsonPath().getMap("$");
        document.remove("instance");
        return document;
    }
}

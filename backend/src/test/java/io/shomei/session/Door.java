package io.shomei.session;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.account.Account;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import io.shomei.testing.Person;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Logging in as people do: what they present, what they type, and what they do next. */
@Singleton
class Door {
    private final Fixtures given;
    private final Http http;
    private final Secrets secrets;

    Door(Fixtures given, Http http, Secrets secrets) {
        this.given = given;
        this.http = http;
        this.secrets = secrets;
    }

    /** Somebody's password or PIN that they chose themselves. */
    Account chosen(Account account, SecretKind kind, String value) {
        secrets.set(Actor.PLATFORM, account, kind, value);
        return account;
    }

    /** A user of a bank with a certificate and a password. */
    Person bankUser(String loginId, String password) {
        Fixtures.Organisation bank = given.tenant("bank").withPreset("bank-fx");
        Account account = bank.withLoginId(Role.USER, loginId, "User " + loginId);
        return bank.certified(chosen(account, SecretKind.PASSWORD, password));
    }

    /** How often somebody has proven this wrongly since it was last right. */
    int failures(Account account, SecretKind kind) {
        return secrets.states(account).stream()
                .filter(state -> state.kind() == kind)
                .mapToInt(SecretState::failures)
                .sum();
    }

    Response byId(String loginId, String password) {
        return post(http.portal(), Map.of("loginId", loginId, "password", password));
    }

    Response byId(@Nullable Identity site, String loginId, String password) {
        return post(http.cert(site), Map.of("loginId", loginId, "password", password));
    }

    Response byCertificate(Identity identity, @Nullable String password) {
        Map<String, String> typed = new HashMap<>();
        if (password != null) {
            typed.put("password", password);
        }
        return post(http.cert(identity), typed);
    }

    /** The session that a log-in opened. */
    Entered enter(Response answer) {
        return enter(null, answer);
    }

    Entered enter(@Nullable Identity identity, Response answer) {
        answer.then().statusCode(201);
        return new Entered(http, identity, answer.path("token"), answer.path("state"));
    }

    /** A session in somebody's browser. */
    record Entered(Http http, @Nullable Identity identity, String token, String state) {
        RequestSpecification request() {
            return (identity == null ? http.portal() : http.cert(identity))
                    .header("Authorization", "Bearer " + token)
                    .contentType(ContentType.JSON);
        }

        Response get() {
            return request().get("/api/v1/session");
        }

        Response otp(String otp) {
            return request().body(Map.of("otp", otp)).post("/api/v1/session/otp");
        }

        Response reLogIn() {
            return request().post("/api/v1/session/re-login");
        }

        Response change(@Nullable String current, String password) {
            Map<String, String> body = new HashMap<>(Map.of("password", password));
            if (current != null) {
                body.put("current", current);
            }
            return request().body(body).put("/api/v1/session/password");
        }
    }

    private static Response post(RequestSpecification request, Map<String, String> typed) {
        return request.contentType(ContentType.JSON).body(typed).post("/api/v1/session");
    }
}

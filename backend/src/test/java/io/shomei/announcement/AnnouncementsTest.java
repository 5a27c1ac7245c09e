package io.shomei.announcement;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the service desk tells people on their first page (HK-026, AT-78). */
@ShomeiTest
class AnnouncementsTest {
    private static final String ANNOUNCEMENTS = "/api/v1/announcements";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    TestClock clock;

    @Test
    void at78PeopleAreToldWhatIsForThemWhileItIsShown() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        clock.stopAt(now);
        Person desk = given.operator("Service Desk");
        Fixtures.Organisation bank = given.tenant("bank");
        Person user = bank.user("Hojin User 1");
        Person stranger = given.tenant("other").user("Jiro Tanin");
        String all = publish(desk, draft("To all", null, now.minusSeconds(60), null), null)
                .then()
                .statusCode(201)
                .body("tenant", nullValue())
                .body("state", equalTo("SHOWN"))
                .extract()
                .path("id");
        Map<String, Object> forBank =
                draft("To the bank", bank.id().toString(), now.plusSeconds(60), now.plusSeconds(120));
        Response published = publish(desk, forBank, "announce-" + bank.id());
        String one = published
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("COMING"))
                .body("tenant.id", equalTo(bank.id().toString()))
                .extract()
                .path("id");
        publish(desk, forBank, "announce-" + bank.id()).then().statusCode(201).body("id", equalTo(one));
        own(user).body("items.titleEn", hasItem("To all")).body("items.titleEn", not(hasItem("To the bank")));
        clock.advance(Duration.ofSeconds(60));
        // The newest first, with both languages.
        own(user).body("items[0].titleEn", equalTo("To the bank")).body("items[0].textJa", equalTo("本文\n二行目"));
        own(stranger).body("items.titleEn", not(hasItem("To the bank")));
        own(desk).body("items.titleEn", hasItem("To all"));
        clock.advance(Duration.ofSeconds(60));
        own(user).body("items.titleEn", not(hasItem("To the bank")));
        get(desk, one).then().statusCode(200).body("state", equalTo("OVER"));

        change(desk, one, "\"1\"", draft("To the bank again", null, now, null))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("tenant.id", equalTo(bank.id().toString()));
        own(user).body("items.titleEn", hasItem("To the bank again"));
        Refusals.is(change(desk, one, "\"1\"", draft("x", null, now, null)), 412, "changed-meanwhile");
        for (String id : List.of(all, one)) {
            http.as(desk).delete(ANNOUNCEMENTS + "/{id}", id).then().statusCode(204);
        }
        own(user).body("items.titleEn", not(hasItem("To all")));
        Refusals.is(get(desk, one), 404, "not-found");
        http.as(desk)
                .queryParam("operation", "announcement.remove")
                .get("/api/v1/audit-events")
                .then()
                .body("items.target", hasItem("To the bank again"));
    }

    @Test
    void operatorsListThemPageByPage() {
        Person desk = given.operator("Service Desk");
        Fixtures.Organisation bank = given.tenant("bank");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (String title : List.of("One", "Two", "Three")) {
            publish(desk, draft(title, bank.id().toString(), now, null), null)
                    .then()
                    .statusCode(201);
        }
        Response first = http.as(desk)
                .queryParam("tenant", bank.id().toString())
                .queryParam("limit", 2)
                .get(ANNOUNCEMENTS);
        first.then()
                .statusCode(200)
                .body("items.titleEn", contains("Three", "Two"))
                .body("total.value", equalTo(3));
        http.as(desk)
                .queryParam("tenant", bank.id().toString())
                .queryParam("limit", 2)
                .queryParam("cursor", first.<String>path("next"))
                .get(ANNOUNCEMENTS)
                .then()
                .body("items.titleEn", contains("One"));
        http.as(desk).queryParam("tenant", "nobody").get(ANNOUNCEMENTS).then().body("items", empty());
        http.as(desk).queryParam("limit", 1).get(ANNOUNCEMENTS).then().body("items.size()", equalTo(1));
        Refusals.is(http.as(desk).queryParam("cursor", "!").get(ANNOUNCEMENTS), 400, "malformed-request");
    }

    @Test
    void whatIsWrongIsToldTogether() {
        Person desk = given.operator("Service Desk");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        publish(desk, draft("x", "nobody", now, now), null)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/announcement-faulty"))
                .body("errors.code", contains("tenant-unknown", "over-before-begun"));
        Map<String, Object> good = draft("x", null, now, now.plusSeconds(60));
        String id = publish(desk, good, "faulty-" + desk.account())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Refusals.is(change(desk, id, "\"1\"", draft("x", null, now, now)), 422, "announcement-faulty");
        Refusals.is(
                publish(desk, draft("y", null, now, null), "faulty-" + desk.account()), 409, "idempotency-key-reused");
        good.put("titleJa", "");
        Refusals.is(publish(desk, good, null), 400, "malformed-request");
        http.as(desk).delete(ANNOUNCEMENTS + "/{id}", id).then().statusCode(204);
        Refusals.is(http.as(desk).delete(ANNOUNCEMENTS + "/{id}", id), 404, "not-found");
        Refusals.is(change(desk, id, "\"1\"", draft("x", null, now, null)), 404, "not-found");
    }

    @Test
    void operatorsAnnounceAndNobodyElse() {
        Person officer = given.tenant("u").officer("Hanako Sato");
        Map<String, Object> draft = draft("x", null, Instant.EPOCH, null);
        String id = "0197a1b2-0000-7000-8000-000000000001";
        Refusals.needs(http, officer, request -> request.get(ANNOUNCEMENTS));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON).body(draft).post(ANNOUNCEMENTS));
        Refusals.needs(http, officer, request -> request.get(ANNOUNCEMENTS + "/{id}", id));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .header("If-Match", "\"1\"")
                        .body(draft)
                        .put(ANNOUNCEMENTS + "/{id}", id));
        Refusals.needs(http, officer, request -> request.delete(ANNOUNCEMENTS + "/{id}", id));
        Refusals.is(http.portal().get("/api/v1/own-announcements"), 401, "session-required");
    }

    private static Map<String, Object> draft(
            String title, @Nullable String tenant, Instant from, @Nullable Instant until) {
        Map<String, Object> draft = new HashMap<>(Map.of(
                "titleJa", "お知らせ", "titleEn", title, "textJa", "本文\n二行目", "textEn", "Text", "from", from.toString()));
        if (tenant != null) {
            draft.put("tenant", tenant);
        }
        if (until != null) {
            draft.put("until", until.toString());
        }
        return draft;
    }

    private ValidatableResponse own(Person person) {
        return http.as(person).get("/api/v1/own-announcements").then().statusCode(200);
    }

    private Response get(Person by, String id) {
        return http.as(by).get(ANNOUNCEMENTS + "/{id}", id);
    }

    private Response publish(Person by, Map<String, Object> draft, @Nullable String key) {
        var request = http.as(by).contentType(ContentType.JSON).body(draft);
        return (key == null ? request : request.header("Idempotency-Key", key)).post(ANNOUNCEMENTS);
    }

    private Response change(Person by, String id, String version, Map<String, Object> draft) {
        return http.as(by)
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(draft)
                .put(ANNOUNCEMENTS + "/{id}", id);
    }
}

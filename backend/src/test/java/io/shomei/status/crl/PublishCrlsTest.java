package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.path.json.JsonPath;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Lists that an operator publishes, and what everybody is told of lists. */
@ShomeiTest
class PublishCrlsTest {
    private static final String PUBLISH = "/api/v1/authorities/{name}/crls";

    @Inject
    Http http;

    @Inject
    Fixtures given;

    @Inject
    CrlLab lab;

    @Test
    void anOperatorPublishesAListNow() {
        Person operator = given.operator("Keiko Kato");
        long before = listed("smime").getLong("number");
        JsonPath made = http.as(operator)
                .post(PUBLISH, "smime")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(made.getLong("items[0].number")).isEqualTo(before + 1);
        assertThat(made.getString("items[0].kind")).isEqualTo("FULL");
        assertThat(listed("smime").getLong("number")).isEqualTo(before + 1);
        http.as(operator)
                .get("/api/v1/audit-events?operation=crl.publish&q=smime")
                .then()
                .statusCode(200)
                .body("items.actor", hasItem("Keiko Kato"))
                .body("items.target", everyItem(equalTo("smime")))
                .body("items.detail.kind", everyItem(equalTo("FULL")));
    }

    @Test
    void everybodyIsToldWhereListsAre() {
        JsonPath list = listed("root");
        assertThat(list.getString("url")).endsWith("/pki/root.crl");
        assertThat(list.getInt("shard")).isZero();
        assertThat(http.plain().get("/pki/root.crl").asByteArray()).hasSize(list.getInt("octets"));
    }

    @Test
    void anOperatorSeesHowItStandsWithEveryList() {
        Person operator = given.operator("Keiko Kato");
        http.as(operator).post(PUBLISH, "smime").then().statusCode(201);
        JsonPath all = http.as(operator)
                .get("/api/v1/crl-scopes")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        JsonPath smime = all.setRootPath("items.find { it.authority == 'smime' && it.shard == 0 }");
        assertThat(smime.getLong("full.number")).isEqualTo(listed("smime").getLong("number"));
        assertThat(smime.getString("dueAt")).isGreaterThan(smime.getString("full.thisUpdate"));
        assertThat(smime.getLong("madeInMillis")).isBetween(0L, 60_000L);
        assertThat(smime.getLong("waiting")).isZero();
        assertThat(smime.getString("alarm")).isEqualTo("NONE");
        Refusals.needs(http, given.tenant("a").officer("Hanako Sato"), request -> request.get("/api/v1/crl-scopes"));
    }

    @Test
    void anAuthorityThatIsNoneIsNotThere() {
        Refusals.is(http.as(given.operator("Keiko Kato")).post(PUBLISH, "nobody"), 404, "not-found");
    }

    @Test
    void anAuthorityWhoseKeyIsElsewhereIsNotSignedForHere() {
        lab.update("""
                insert into authority (name, line, generation, label, issuer, serial, certificate, state, state_since, created_at)
                select 'away', 'away', 1, 'Away', 'away', serial, certificate, 'EXTERNAL', now(), now()
                from authority where name = 'root'""");
        try {
            Person operator = given.operator("Keiko Kato");
            Eventually.isTrue(
                    "the authority is known",
                    () -> http.as(operator).post(PUBLISH, "away").statusCode() != 404);
            Refusals.is(http.as(operator).post(PUBLISH, "away"), 409, "crl-signed-elsewhere");
        } finally {
            lab.update("delete from authority where name = 'away'");
        }
    }

    @Test
    void nobodyElsePublishes() {
        Refusals.needs(http, given.tenant("a").officer("Hanako Sato"), request -> request.post(PUBLISH, "smime"));
        Refusals.needs(http, given.tenant("b").administrator("Taro Yamada"), request -> request.post(PUBLISH, "smime"));
    }

    private JsonPath listed(String authority) {
        return http.portal()
                .get("/api/v1/crls")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath(
                        "items.find { it.authority == '" + authority + "' && it.shard == 0 && it.kind == 'FULL' }");
    }
}

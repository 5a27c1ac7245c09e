package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.shomei.audit.Actor;
import io.shomei.certificate.CrlScope;
import io.shomei.testing.Http;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How relying parties fetch lists. */
@ShomeiTest
class ServeCrlTest {
    private static final String LIST = "/pki/operations.crl";

    @Inject
    Http http;

    @Inject
    CrlPublisher publisher;

    @Inject
    CrlLab lab;

    @Inject
    TestClock clock;

    @Test
    void aListSaysHowLongItIsAndHowLongItIsFresh() {
        Response list = http.plain().header("Accept-Encoding", "gzip").get(LIST);
        list.then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + newest().number() + "\""))
                .header("Content-Encoding", nullValue())
                .header("Cache-Control", equalTo("public, max-age=60"));
        assertThat(list.header("Content-Length"))
                .isEqualTo(String.valueOf(list.asByteArray().length))
                .isEqualTo(String.valueOf(newest().octets()));
    }

    @Test
    void whoAsksForAPartGetsTheWhole() {
        Response list = http.plain().header("Range", "bytes=10-19").get(LIST);
        list.then()
                .statusCode(200)
                .header("Accept-Ranges", equalTo("none"))
                .header("Content-Range", nullValue())
                .header("Content-Length", equalTo(String.valueOf(newest().octets())));
        assertThat(list.asByteArray()).hasSize(Math.toIntExact(newest().octets()));
    }

    @Test
    void headTellsTheSameWithoutTheList() {
        Response head = http.plain().head(LIST);
        head.then()
                .statusCode(200)
                .contentType("application/pkix-crl")
                .header("ETag", equalTo("\"" + newest().number() + "\""))
                .header("Content-Length", equalTo(String.valueOf(newest().octets())));
        assertThat(head.asByteArray()).isEmpty();
    }

    @Test
    void whoHasTheNewestListGetsNoOther() {
        String tag = http.plain().get(LIST).header("ETag");
        Response unchanged = http.plain().header("If-None-Match", tag).get(LIST);
        unchanged
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .header("Cache-Control", equalTo("public, max-age=60"));
        assertThat(unchanged.asByteArray()).isEmpty();
        publisher.publish(new CrlScope("operations", 0), true, Actor.PLATFORM);
        http.plain().header("If-None-Match", tag).get(LIST).then().statusCode(200);
    }

    @Test
    void theTimeOfAListIsToldOnlyWhenNoOtherCanHaveIt() {
        clock.stopAt(newest().madeAt().plus(Duration.ofMinutes(1)));
        publisher.publish(new CrlScope("operations", 0), true, Actor.PLATFORM);
        http.plain().get(LIST).then().statusCode(200).header("Last-Modified", nullValue());
        clock.advance(Duration.ofSeconds(1));
        String time = http.plain()
                .get(LIST)
                .then()
                .statusCode(200)
                .header("Last-Modified", notNullValue())
                .extract()
                .header("Last-Modified");
        http.plain().header("If-Modified-Since", time).get(LIST).then().statusCode(304);
        clock.advance(Duration.ofSeconds(1));
        publisher.publish(new CrlScope("operations", 0), true, Actor.PLATFORM);
        http.plain().header("If-Modified-Since", time).get(LIST).then().statusCode(200);
    }

    @Test
    void everyListHasItsOwnAddress() {
        CrlScope scope = lab.scope();
        CrlMaker maker = lab.maker(CrlLab.Settings.USUAL.withDeltaLists());
        lab.make(maker, scope, true);
        lab.revoke(scope);
        Crl delta = lab.make(maker, scope, false).getFirst();
        String address = "/pki/" + scope;
        assertThat(http.plain().get(address + ".crl").asByteArray())
                .isEqualTo(lab.bytes(lab.newest(scope, Crl.Kind.FULL)));
        assertThat(http.plain().get(address + ".delta.crl").asByteArray()).isEqualTo(lab.bytes(delta));
        for (String none : new String[] {
            "/pki/operations.delta.crl",
            "/pki/operations.99999.crl",
            "/pki/operations.0.crl",
            "/pki/nobody.1.crl",
            "/pki/operations.999999999999.crl"
        }) {
            http.plain().get(none).then().statusCode(404);
        }
    }

    @Test
    void whoAsksBeforeThereIsAListHasItMade() throws Exception {
        CrlScope scope = new CrlScope("rehearsal-14", 0);
        String address = "/pki/rehearsal-14.crl";
        publisher.publish(scope, true, Actor.PLATFORM);
        withoutList(scope);
        byte[] list = http.plain().get(address).then().statusCode(200).extract().asByteArray();
        assertThat(list).isEqualTo(lab.bytes(lab.newest(scope, Crl.Kind.FULL)));
        withoutList(scope);
        try (AutoCloseable slow = lab.keepFromMaking(scope)) {
            Response busy = http.plain().get(address);
            Refusals.is(busy, 503, "crl-not-made-yet");
            busy.then().header("Retry-After", equalTo("5"));
        }
        http.plain().get(address).then().statusCode(200).contentType("application/pkix-crl");
    }

    /** As long as nobody has made it. */
    private void withoutList(CrlScope scope) {
        assertThat(lab.update(
                        "update crl set head = null, tail = null where authority = ? and shard = ? and head is not null",
                        scope.authority(),
                        scope.shard()))
                .isPositive();
    }

    private Crl newest() {
        return publisher.newest(new CrlScope("operations", 0), Crl.Kind.FULL).orElseThrow();
    }
}

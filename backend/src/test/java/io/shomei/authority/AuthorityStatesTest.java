package io.shomei.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.BlockedKeys;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.TenantId;
import io.shomei.pki.Digests;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.RevocationReason;
import io.shomei.status.crl.CrlPublisher;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators let become of generations. */
@ShomeiTest
class AuthorityStatesTest {
    @Inject
    Http http;

    @Inject
    Fixtures given;

    @Inject
    Rehearsal rehearsal;

    @Inject
    Authorities authorities;

    @Inject
    CertificateRegister register;

    @Inject
    CrlPublisher crls;

    @Inject
    BlockedKeys blockedKeys;

    @Inject
    Issuance issuance;

    private Person desk;
    private TenantId tenant;

    @BeforeEach
    void somebodyAtTheDesk() {
        desk = given.operator("Service Desk");
        tenant = given.tenant("states").id();
    }

    @Test
    void oneThatRetiresIssuesNothingAndGoesOnAnswering() {
        rehearsal.issue(tenant, "rehearsal-9", "before.states.ac.jp");
        Refusals.is(retire("rehearsal-9"), 409, "authority-is-last");
        next("rehearsal-9");
        retire("rehearsal-9")
                .then()
                .statusCode(201)
                .body("state", equalTo("RETIRED"))
                .body("issuing", is(false));
        Refusals.is(retire("rehearsal-9"), 409, "authority-state-forbids");
        Refusals.is(retire("rehearsal-9-g2"), 409, "authority-is-last");
        Refusals.is(retire("nobody"), 404, "not-found");

        assertThat(rehearsal.issue(tenant, "rehearsal-9", "after.states.ac.jp").authority())
                .isEqualTo("rehearsal-9-g2");
        crls.publishDue();
        http.plain().get("/pki/rehearsal-9.crl").then().statusCode(200);
        http.portal()
                .get("/api/v1/authorities")
                .then()
                .body("items.find { it.name == 'rehearsal-9' }.state", equalTo("RETIRED"))
                .body("items.find { it.name == 'rehearsal-9' }.ocspUrl", equalTo(authorities.ocspUrl()));
    }

    @Test
    void newCertificatesAreSpreadOverMoreLists() {
        spread("rehearsal-10", 4)
                .then()
                .statusCode(200)
                .body("crlUrls", hasSize(4))
                .body("crlUrls[0]", equalTo(authorities.crlUrl("rehearsal-10", 0)))
                .body("crlUrls[3]", equalTo(authorities.crlUrl("rehearsal-10", 3)));
        Eventually.isSoonTrue(
                "a list for each part",
                () -> IntStream.rangeClosed(1, 3)
                        .allMatch(shard -> http.plain()
                                        .get("/pki/rehearsal-10." + shard + ".crl")
                                        .statusCode()
                                == 200));
        List<Integer> shards = IntStream.range(0, 24)
                .mapToObj(i -> rehearsal.issue(tenant, "rehearsal-10", "host" + i + ".states.ac.jp"))
                .map(issued -> {
                    Certificate entered = register.find(tenant, issued.id()).orElseThrow();
                    assertThat(issued.certificate().text())
                            .contains(authorities.crlUrl("rehearsal-10", entered.crlShard()) + "\n");
                    return entered.crlShard();
                })
                .toList();
        assertThat(Set.copyOf(shards)).hasSizeGreaterThan(1).isSubsetOf(0, 1, 2, 3);
        Refusals.is(spread("rehearsal-10", 4), 409, "crl-shards-only-grow");
        Refusals.is(spread("rehearsal-10", 0), 400, "malformed-request");
        Refusals.is(spread("rehearsal-10", 257), 400, "malformed-request");
        Refusals.is(spread("nobody", 2), 404, "not-found");
        next("rehearsal-10");
        retire("rehearsal-10").then().statusCode(201);
        Refusals.is(spread("rehearsal-10", 8), 409, "authority-state-forbids");
    }

    @Test
    void whatACompromisedOneIssuedIsRevokedAndSoIsItself() throws Exception {
        Outcome.Issued first = rehearsal.issue(
                tenant,
                "rehearsal-11",
                "one.states.ac.jp",
                new Subscriber("Taro Yamada", "Centre", "taro@states.ac.jp", "nginx"));
        Outcome.Issued second = rehearsal.issue(tenant, "rehearsal-11", "two.states.ac.jp");
        Authority authority = authorities.find("rehearsal-11").orElseThrow();

        Refusals.is(compromise("rehearsal-11", "rehearsal-12"), 422, "authority-name-differs");
        compromise("rehearsal-11", "rehearsal-11")
                .then()
                .statusCode(201)
                .body("items.name", containsInAnyOrder("rehearsal-11"))
                .body("items.state", containsInAnyOrder("COMPROMISED"));
        Refusals.is(compromise("rehearsal-11", "rehearsal-11"), 409, "authority-state-forbids");

        // It issues nothing, whatever another copy of the platform still believes.
        assertThatThrownBy(() -> rehearsal.issue(tenant, "rehearsal-11", "three.states.ac.jp"))
                .hasMessageContaining("rehearsal-11");
        assertThatThrownBy(() -> authorities.requireUncompromised(List.of("rehearsal-11")))
                .hasMessageContaining("rehearsal-11");
        // Its certificates are revoked in the background, and their people told.
        assertThat(revoked(first).reason()).isEqualTo(RevocationReason.SUPERSEDED);
        assertThat(revoked(second).by()).isEqualTo("Shomei");
        Mailbox.await("taro@states.ac.jp", "失効");
        // Its own certificate is on the list of the authority above.
        Eventually.isTrue("the root's list names it", () -> {
            var entry = crl("root")
                    .getRevokedCertificate(authority.certificate().serial().value());
            return entry != null && entry.getRevocationReason() == CRLReason.CA_COMPROMISE;
        });
        Eventually.isTrue("its own list names what it issued", () -> {
            X509CRL own = crl("rehearsal-11");
            return own.getRevokedCertificate(first.serial().value()) != null
                    && own.getRevokedCertificate(second.serial().value()) != null;
        });
        http.as(desk)
                .get("/api/v1/audit-events?operation=authority.compromise")
                .then()
                .statusCode(200)
                .body("items.target", hasItem(authority.label()));
        // Its key is in wrong hands for whoever asks.
        KeyFingerprint key = KeyFingerprint.of(authority.certificate().publicKeyInfo());
        assertThat(blockedKeys.among(Set.of(key))).containsExactly(key);
        // The next generation takes over.
        next("rehearsal-11");
        assertThat(rehearsal.issue(tenant, "rehearsal-11", "four.states.ac.jp").authority())
                .isEqualTo("rehearsal-11-g2");
    }

    @Test
    void theKeyOfAnAuthorityWasUsedBefore() {
        for (String name : List.of("root", "rehearsal-15")) {
            byte[] key = Digests.sha256(
                    authorities.find(name).orElseThrow().certificate().publicKeyInfo());
            Eventually.isTrue(
                    "the key of " + name + " counts as used",
                    () -> issuance.usedKeys(List.of(key)).size() == 1);
        }
    }

    @Test
    void whoeverHoldsTheKeyAboveCouldMakeTheLikeOfAllBelow() {
        Refusals.is(compromise("root", "root"), 409, "authority-vouches-for-caller");
        Refusals.is(compromise("operations", "operations"), 409, "authority-vouches-for-caller");
        assertThat(authorities.find("operations").orElseThrow().state()).isEqualTo(Authority.State.ACTIVE);
        Refusals.is(compromise("nobody", "nobody"), 404, "not-found");
        Refusals.is(compromise("root", "x".repeat(65)), 400, "malformed-request");
    }

    @Test
    void onlyOperatorsMay() {
        Person officer = given.tenant("states").officer("Hanako Sato");
        Refusals.needs(http, officer, request -> request.post("/api/v1/authorities/client/retirement"));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("crlShards", 2))
                        .put("/api/v1/authorities/client/crl-shards"));
        Refusals.needs(
                http,
                officer,
                request -> request.contentType(ContentType.JSON)
                        .body(Map.of("confirmation", "client"))
                        .post("/api/v1/authorities/client/compromise"));
    }

    private CertificateState.Revoked revoked(Outcome.Issued issued) {
        return Eventually.present(
                "the revocation of " + issued.serial(),
                () -> register.find(tenant, issued.id())
                        .map(Certificate::state)
                        .filter(CertificateState.Revoked.class::isInstance)
                        .map(CertificateState.Revoked.class::cast));
    }

    private X509CRL crl(String authority) {
        byte[] der = http.plain().get("/pki/" + authority + ".crl").asByteArray();
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private void next(String line) {
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("generation", 2, "signed", "HERE"))
                .post("/api/v1/authority-lines/" + line + "/generations")
                .then()
                .statusCode(201);
    }

    private Response retire(String name) {
        return http.as(desk).post("/api/v1/authorities/" + name + "/retirement");
    }

    private Response spread(String name, int shards) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("crlShards", shards))
                .put("/api/v1/authorities/" + name + "/crl-shards");
    }

    private Response compromise(String name, String confirmation) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("confirmation", confirmation))
                .post("/api/v1/authorities/" + name + "/compromise");
    }
}

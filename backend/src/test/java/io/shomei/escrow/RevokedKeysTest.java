package io.shomei.escrow;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.shomei.testing.ClientRows;
import io.shomei.testing.ClientSteps;
import io.shomei.testing.Csrs;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.KeyFiles;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever revokes a certificate destroys its private key, where that still waits. */
@ShomeiTest
class RevokedKeysTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    ClientSteps clients;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Person desk;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("revoked-keys").withDomain(ClientRows.DOMAIN);
        sato = tenant.officer("Hanako Sato");
        desk = given.operator("Service Desk");
    }

    @Test
    void manyTogether() throws SQLException {
        String certificate = waiting("Bulk Revoked");
        String bulk = steps.checkSelection(sato, List.of(certificate), Map.of("reason", "CESSATION_OF_OPERATION"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        steps.carriedOutBulk(sato, bulk);
        requireDestroyed(certificate);
    }

    @Test
    void aFile() throws SQLException {
        Row row = ClientRows.of(tenant, "File Revoked", ClientRows.P12);
        String certificate = clients.issued(sato, row);
        Row revocation = ClientRows.revocation(row, clients.serial(sato, row), "5");
        JsonPath file = steps.carriedOut(sato, "CLIENT", "REVOKE", Row.file(revocation));
        assertThat(file.getInt("progress.done"))
                .as(steps.rows(sato, file.getString("id")).toString())
                .isOne();
        requireDestroyed(certificate);
    }

    @Test
    void theEndOfTheTenant() throws SQLException {
        String certificate = waiting("Ended Tenant");
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "as asked for", "confirmation", tenant.code(), "certificates", "REVOKE"))
                .post("/api/v1/tenants/{id}/end", tenant.id().toString())
                .then()
                .statusCode(200);
        Eventually.isTrue("the end of the key", () -> ends(certificate).equals("REVOKED"));
        requireDestroyed(certificate);
    }

    @Test
    void theCompromiseOfTheKey() throws Exception {
        ClientSteps.Invited holder = clients.invited(sato, ClientRows.of(tenant, "Compromised Holder", ClientRows.P12));
        String certificate = holder.certificate();
        // The page may come again, so the key is still here when somebody else shows that they have it too.
        byte[] file = clients.collect(
                        holder.url(), holder.pin(), UUID.randomUUID().toString())
                .asByteArray();
        assertThat(ClientSteps.keys(certificate)).isOne();
        KeyPair stolen = keyIn(KeyFiles.opened(file, holder.pin()), holder.pin());
        Response opened = report("/api/v1/key-compromises", Map.of("key", Csrs.pem("CN=x", stolen)));
        String id = opened.then().statusCode(201).extract().path("id");
        report(
                        "/api/v1/key-compromises/" + id + "/proof",
                        Map.of("csr", Csrs.pem("CN=" + opened.path("challenge"), stolen)))
                .then()
                .statusCode(200);
        report("/api/v1/key-compromises/" + id + "/submission", Map.of("reference", "R-2027-031"))
                .then()
                .statusCode(202);
        Eventually.isTrue("the end of the key", () -> ends(certificate).equals("REVOKED"));
        requireDestroyed(certificate);
    }

    private String waiting(String name) throws SQLException {
        String certificate = clients.issued(sato, ClientRows.of(tenant, name, ClientRows.P12));
        assertThat(ClientSteps.keys(certificate)).isOne();
        return certificate;
    }

    private Response report(String path, Map<String, String> body) {
        return http.as(desk).contentType(ContentType.JSON).body(body).post(path);
    }

    private static void requireDestroyed(String certificate) throws SQLException {
        assertThat(ClientSteps.keys(certificate)).isZero();
        assertThat(ends(certificate)).isEqualTo("REVOKED");
    }

    /** How the history says that the key of a certificate ended. */
    private static String ends(String certificate) {
        try {
            return OwnerConnection.text(
                    "select detail ->> 'end' from audit_event where operation = 'key.destroy' and target_id = '%s'"
                            .formatted(certificate));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KeyPair keyIn(KeyStore store, String pin) throws Exception {
        String alias = Collections.list(store.aliases()).getFirst();
        Certificate certificate = store.getCertificate(alias);
        return new KeyPair(certificate.getPublicKey(), (PrivateKey) store.getKey(alias, pin.toCharArray()));
    }
}

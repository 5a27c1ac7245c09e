package io.shomei.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the administrator of a company does again and again that has certificates issued against licences. */
@Singleton
public class CompanySteps {
    /** Log-in by one's own certificate besides, which makes tests short. */
    public static final String POLICY = """
            {"auth": {"methods": [["CERT"], ["SITE_CERT", "ID", "PASSWORD"]]}}""";

    private final Fixtures given;
    private final Http http;

    CompanySteps(Fixtures given, Http http) {
        this.given = given;
        this.http = http;
    }

    /** A company with a contract for so many certificates. */
    public Fixtures.Organisation company(String name, int licences) {
        return given.tenant(name)
                .withPreset("saas-groupware")
                .withPolicy(POLICY)
                .withLicences(licences);
    }

    public Response begin(Person administrator, Map<String, ?> wish) {
        return http.as(administrator).contentType(ContentType.JSON).body(wish).post("/api/v1/issuance-jobs");
    }

    /** The id of a job that has ended and issued so many certificates. */
    public String issued(Person administrator, int count) {
        String id = begin(administrator, Map.of("count", count, "key", "P256"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        assertThat(ended(administrator, id).getString("state")).isEqualTo("DONE");
        return id;
    }

    /** A job after its end. */
    public JsonPath ended(Person administrator, String job) {
        Eventually.isTrue(
                "the end of job " + job,
                () -> !List.of("RUNNING", "CANCELLING")
                        .contains(job(administrator, job).getString("state")));
        return job(administrator, job);
    }

    public JsonPath job(Person administrator, String job) {
        return http.as(administrator)
                .get("/api/v1/issuance-jobs/{id}", job)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The lines of a job. */
    public List<Map<String, Object>> lines(Person administrator, String job) {
        return http.as(administrator)
                .queryParam("limit", 1000)
                .get("/api/v1/issuance-jobs/{id}/certificates", job)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** The ids of the certificates of a job by their names, in their order. */
    public Map<String, String> certificates(Person administrator, String job) {
        Map<String, String> certificates = new LinkedHashMap<>();
        lines(administrator, job)
                .forEach(line -> certificates.put(
                        String.valueOf(line.get("commonName")), String.valueOf(line.get("certificateId"))));
        return certificates;
    }

    /** The id of one certificate of a job. */
    public String certificate(Person administrator, String job, String name) {
        return Objects.requireNonNull(certificates(administrator, job).get(name));
    }

    /** Contracted, valid and available. */
    public List<Integer> licences(Person administrator) {
        JsonPath standing = http.as(administrator)
                .get("/api/v1/issuance-offer")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return List.of(
                standing.getInt("licences.contracted"),
                standing.getInt("licences.valid"),
                standing.getInt("licences.available"));
    }

    /** A device that was given the key file of a certificate and its password. */
    public Identity device(Person administrator, String certificate, String name) {
        Map<String, ?> one = Map.of("certificates", List.of(certificate));
        byte[] archive = download(administrator, one, "bundle.zip").asByteArray();
        String password =
                download(administrator, one, "passwords.csv").asString().strip().split(",", 2)[1];
        try {
            KeyStore store = KeyFiles.opened(KeyFiles.octets(archive, name + ".pfx"), password);
            String alias = store.aliases().nextElement();
            return new Identity(
                    (PrivateKey) store.getKey(alias, password.toCharArray()),
                    Stream.of(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toList());
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private Response download(Person administrator, Map<String, ?> what, String file) {
        Response response =
                http.as(administrator).contentType(ContentType.JSON).body(what).post("/api/v1/certificates/" + file);
        response.then().statusCode(200);
        return response;
    }

    /** Revokes one certificate after the other. */
    public void revoke(Person administrator, List<String> certificates) {
        certificates.forEach(each -> http.as(administrator)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "SUPERSEDED"))
                .post("/api/v1/certificates/{id}/revocation", each)
                .then()
                .statusCode(201));
    }
}

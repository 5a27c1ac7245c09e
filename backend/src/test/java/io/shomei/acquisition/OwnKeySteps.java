package io.shomei.acquisition;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Http;
import io.shomei.testing.Identity;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody does who logs in and has a key of their browser certified. */
@Singleton
class OwnKeySteps {
    private final Http http;

    OwnKeySteps(Http http) {
        this.http = http;
    }

    /** With a key that the browser makes. */
    Identity inSession(@Nullable Identity identity, String token) {
        KeyPair key = Csrs.key(KeySpec.P256);
        JsonPath issued = as(identity, token)
                .body(Map.of("csr", Base64.getEncoder().encodeToString(Csrs.der("CN=whatever", key))))
                .post("/api/v1/own-certificate/issuance")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        as(identity, token)
                .body(Map.of("serial", issued.getString("serial")))
                .post("/api/v1/own-certificate/confirmation")
                .then()
                .statusCode(200)
                .body("certificate.confirmed", equalTo(true));
        return new Identity(
                key.getPrivate(),
                Stream.concat(Stream.of(issued.getString("certificate")), issued.<String>getList("chain").stream())
                        .map(Applicant::certificate)
                        .map(CertificateDer::toX509)
                        .toList());
    }

    Response logIn(@Nullable Identity identity, @Nullable String loginId, String password) {
        Map<String, String> typed = new HashMap<>(Map.of("password", password));
        if (loginId != null) {
            typed.put("loginId", loginId);
        }
        return (identity == null ? http.portal() : http.cert(identity))
                .contentType(ContentType.JSON)
                .body(typed)
                .post("/api/v1/session");
    }

    RequestSpecification as(@Nullable Identity identity, String token) {
        return (identity == null ? http.portal() : http.cert(identity))
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON);
    }
}

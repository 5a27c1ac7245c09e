package io.shomei.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.shomei.testing.Http;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@ShomeiTest
class KeyVaultHealthTest {
    @Inject
    Http http;

    @Test
    void wellnessTellsOfTheVaults() {
        http.plain().get("/q/health/well").then().statusCode(200).body("checks.name", hasItem("keys"));
        http.plain().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void signaturesAreCounted() {
        String metrics = http.plain().get("/q/metrics").asString();
        assertThat(metrics).contains("keys_vaults_up 1.0");
        // The start signed the platform's own certificate.
        assertThat(metrics)
                .containsPattern("keys_signature_seconds_count\\{outcome=\"made\",vault=\"file\"[^}]*} [1-9]");
    }
}

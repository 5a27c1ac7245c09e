package io.shomei.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.account.Account;
import io.shomei.acquisition.Applicant.Credentials;
import io.shomei.kernel.Role;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Identity;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** AT-32: what people type, and what they are told once, is nowhere afterwards, whatever was done with it. */
@ShomeiTest
class PlantedSecretsTest {
    /** Unlike anything else that there is. */
    private static final String PASSWORD = "Pl4ntedLogInSecret";

    private static final String WRONG = "Pl4ntedWrongSecret";

    @Inject
    Fixtures given;

    @Inject
    Applicant applicant;

    @Inject
    PlantedSecrets planted;

    private SecretSearch search;

    @BeforeEach
    void begin() {
        search = new SecretSearch();
    }

    @AfterEach
    void end() {
        search.close();
    }

    @Test
    void at32WhatWasTypedIsNowhere() throws Exception {
        Account account = given.tenant("bank").withPreset("bank-fx").withLoginId(Role.USER, "939000001", "One");
        Credentials right = applicant.given(account, PASSWORD);
        applicant.acquire(right.loginId(), WRONG, right.acquisitionPassword());
        Identity old = applicant.acquired(right);
        applicant.ends(account, Instant.now().plus(Duration.ofDays(20)));
        assertThat(applicant.renew(old, WRONG, "page").statusCode()).isEqualTo(401);
        byte[] file = applicant
                .renew(old, PASSWORD, "page")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        // The same again, out of escrow.
        applicant.renew(old, PASSWORD, "page").then().statusCode(200);
        Identity renewed = Applicant.imported(file, PASSWORD);

        search.findsNothing(
                Planted.of(PASSWORD, WRONG, right.acquisitionPassword())
                        .with(PlantedSecrets.octets(old.key()))
                        .with(PlantedSecrets.octets(renewed.key()))
                        .and(planted.ofLogIns())
                        .and(planted.ofRenewal()),
                "939000001");
    }

    @Test
    void at32WhatIsToldOnceIsNowhere() throws Exception {
        search.findsNothing(
                planted.ofTheDesk()
                        .and(planted.ofHandOuts())
                        .and(planted.ofScripts())
                        .and(planted.ofInvitations()),
                PlantedSecrets.KNOWN);
    }
}

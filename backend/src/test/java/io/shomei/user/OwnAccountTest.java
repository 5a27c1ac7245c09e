package io.shomei.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people see and change of their own account (AT-78). */
@ShomeiTest
class OwnAccountTest {
    private static final String OWN = "/api/v1/own-account";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Secrets secrets;

    @Inject
    Accounts accounts;

    @Test
    void at78TheMailAddressIsChangedAndBothAddressesAreTold() {
        Person user = given.tenant("u").user("Hanako Sato");
        http.as(user)
                .get(OWN)
                .then()
                .statusCode(200)
                .body("id", equalTo(user.account().toString()))
                .body("role", equalTo("USER"))
                .body("email", equalTo(user.email()))
                .body("permissions", nullValue())
                .body("reproof", nullValue());
        String fresh = "new." + user.email();
        change(user, fresh, null).then().statusCode(200).body("email", equalTo(fresh));
        for (String recipient : List.of(user.email(), fresh)) {
            assertThat(Mailbox.await(recipient, "メールアドレス変更").text()).contains("Hanako Sato", fresh);
        }
        // Nothing new, nobody is told.
        change(user, fresh, null).then().statusCode(200);
        assertThat(Mailbox.to(fresh)).hasSize(1);
        Refusals.is(change(user, "no address", null), 400, "malformed-request");
    }

    @Test
    void anAdministratorProvesToBeThem() {
        Fixtures.Organisation bank = given.tenant("bank")
                .withPreset("bank-corporate")
                .withPolicy(
                        "{\"auth\":{\"methods\":[[\"CERT\"],[\"ID\",\"PIN\"]]},\"renewal\":{\"authentication\":[\"CERT\"]}}");
        Person administrator = bank.administrator("Taro Kanri");
        var account =
                accounts.find(administrator.tenant(), administrator.account()).orElseThrow();
        secrets.set(Actor.PLATFORM, account, SecretKind.CONFIRMATION_PIN, "1379abc");
        http.as(administrator).get(OWN).then().body("reproof", equalTo("CONFIRMATION_PIN"));
        String fresh = "new." + administrator.email();
        Refusals.is(change(administrator, fresh, null), 403, "reproof-wrong");
        http.as(administrator).get(OWN).then().body("email", equalTo(administrator.email()));
        change(administrator, fresh, "1379abc").then().statusCode(200);
        for (int i = 0; i < 5; i++) {
            change(administrator, fresh, "1379abd");
        }
        Refusals.is(change(administrator, fresh, "1379abc"), 423, "reproof-locked");
        // Nobody else is asked.
        change(bank.user("Hojin User 1"), "hojin@example.ac.jp", null).then().statusCode(200);
    }

    @Test
    void nobodyIsNobody() {
        Refusals.is(http.portal().get(OWN), 401, "session-required");
        Refusals.is(
                http.portal()
                        .contentType(ContentType.JSON)
                        .body(Map.of("email", "a@example.ac.jp"))
                        .put(OWN + "/mail-address"),
                401,
                "session-required");
    }

    private Response change(Person person, String email, @Nullable String reproof) {
        Map<String, String> body = new HashMap<>(Map.of("email", email));
        if (reproof != null) {
            body.put("reproof", reproof);
        }
        return http.as(person).contentType(ContentType.JSON).body(body).put(OWN + "/mail-address");
    }
}

package io.shomei.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Mailbox;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The head of an institution is told what becomes of its officers, and operators what another one does about them and about protection. */
@ShomeiTest
class AccountNoticesTest {
    private static final String SUBJECT = "登録担当者の登録・変更のお知らせ";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    private Fixtures.Organisation tenant;
    private Person desk;
    private String head;

    @BeforeEach
    void aTenantWithAHead() {
        Mailbox.open();
        tenant = given.tenant("headed");
        desk = given.operator("Service Desk");
        head = "head." + tenant.code() + "@example.ac.jp";
        // Somebody else the desk knows is told nothing.
        put(
                "/api/v1/tenants/" + tenant.id(),
                contacts(
                        Map.of("name", "会計 係", "email", "accounts." + tenant.code() + "@example.ac.jp"),
                        Map.of("name", "青木 一郎", "email", head, "head", true)));
    }

    @Test
    void theHeadIsToldOfEachOfficerThatIsRegisteredChangedOrRemoved() {
        String officer = register("OFFICER", "Hanako Sato");
        assertThat(mails(1).getFirst().text())
                .contains("青木 一郎 様", "Hanako Sato", "Service Desk", "What was done: registered");
        put("/api/v1/accounts/" + officer, particulars("Hanako Sato", List.of("SERVER")));
        // What is as it was is no change.
        put("/api/v1/accounts/" + officer, particulars("Hanako Sato", List.of("SERVER")));
        register("OFFICER", "Jiro Mori");
        act(officer, "SUSPEND");
        act(officer, "RESUME");
        act(officer, "WITHDRAW");
        List<String> told = new ArrayList<>();
        for (Mailbox.Received mail : mails(6)) {
            told.add(line(mail.text(), "登録担当者: ") + ": " + line(mail.text(), "手続き: "));
        }
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "Hanako Sato: 登録",
                        "Hanako Sato: 登録内容の変更",
                        "Jiro Mori: 登録",
                        "Hanako Sato: 利用停止",
                        "Hanako Sato: 利用再開",
                        "Hanako Sato: 登録の抹消");
        assertThat(Mailbox.to("accounts." + tenant.code() + "@example.ac.jp")).isEmpty();
    }

    @Test
    void nobodyIsToldOfAccountsInOtherRoles() {
        register("ADMINISTRATOR", "Taro Yamada");
        register("OFFICER", "Hanako Sato");
        assertThat(mails(1).getFirst().text()).contains("Hanako Sato");
        assertThat(Mailbox.to(head)).hasSize(1);
    }

    @Test
    void otherOperatorsAreToldWhatOneDoesAboutOperators() {
        String second = registerOperator("Second Operator");
        String third = registerOperator("Third Operator");
        act(third, "SUSPEND");
        assertThat(told("Second Operator", "Operator: Third Operator", 2))
                .allMatch(text -> text.contains("Accepted by: Service Desk"))
                .anyMatch(text -> text.contains("What was done: registered"))
                .anyMatch(text -> text.contains("What was done: suspended"));
        assertThat(Mailbox.to(mailOf("Third Operator")))
                .as("who was registered and suspended")
                .isEmpty();
        act(second, "WITHDRAW");
    }

    @Test
    void otherOperatorsAreToldOfKeysThatProtectAndNotOfOthers() {
        String second = registerOperator("Second Operator");
        policy(1, Map.of("desk", Map.of("fourEyes", List.of("RESET_PASSWORD"))));
        policy(
                2,
                Map.of(
                        "desk",
                        Map.of("fourEyes", List.of("RESET_PASSWORD")),
                        "mail",
                        Map.of("subjectPrefix", "[Other]")));
        policy(3, Map.of());
        assertThat(told("Second Operator", tenant.code(), 2))
                .allMatch(text -> text.contains("Reason: request 12"))
                .anyMatch(text -> text.contains(": none →"))
                .anyMatch(text -> text.contains("→ none"));
        act(second, "WITHDRAW");
    }

    private void policy(int seen, Map<String, Object> overrides) {
        http.as(desk)
                .header("If-Match", "\"" + seen + "\"")
                .contentType(ContentType.JSON)
                .body(Map.of("preset", "research-federation", "overrides", overrides, "comment", "request 12"))
                .put("/api/v1/tenants/{id}/policy", tenant.id().toString())
                .then()
                .statusCode(200);
    }

    private String registerOperator(String name) {
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "tenant",
                        TenantId.PLATFORM.toString(),
                        "role",
                        "OPERATOR",
                        "name",
                        name,
                        "email",
                        mailOf(name)))
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An address of this test alone. */
    private String mailOf(String operator) {
        return operator.toLowerCase(Locale.ROOT).replace(' ', '.') + "." + tenant.code() + "@example.ac.jp";
    }

    /** The texts of so many mails to an operator that hold some words. */
    private List<String> told(String operator, String about, int number) {
        return Eventually.present(number + " mails to " + operator, () -> {
            List<String> all = Mailbox.to(mailOf(operator)).stream()
                    .map(Mailbox.Received::text)
                    .filter(text -> text.contains(about))
                    .toList();
            return all.size() == number ? Optional.of(all) : Optional.empty();
        });
    }

    private List<Mailbox.Received> mails(int number) {
        return Eventually.present(number + " mails to the head", () -> {
            List<Mailbox.Received> all = Mailbox.to(head).stream()
                    .filter(mail -> mail.subject().contains(SUBJECT))
                    .toList();
            return all.size() == number ? Optional.of(all) : Optional.empty();
        });
    }

    private static String line(String text, String title) {
        return text.lines()
                .filter(line -> line.startsWith(title))
                .map(line -> line.substring(title.length()))
                .findFirst()
                .orElseThrow();
    }

    private String register(String role, String name) {
        Map<String, Object> body = new HashMap<>(particulars(name, List.of()));
        body.put("tenant", tenant.id().toString());
        body.put("role", role);
        return http.as(desk)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/accounts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void act(String account, String kind) {
        http.as(desk)
                .contentType(ContentType.JSON)
                .body(Map.of("kind", kind, "reference", "届 1"))
                .post("/api/v1/accounts/{id}/desk-actions", account)
                .then()
                .statusCode(201)
                .body("state", equalTo("DONE"));
    }

    private void put(String path, Map<String, Object> body) {
        http.as(desk)
                .header("If-Match", http.as(desk).get(path).header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> particulars(String name, List<String> rights) {
        return Map.of("name", name, "email", "officer@example.ac.jp", "rights", rights);
    }

    @SafeVarargs
    private static Map<String, Object> contacts(Map<String, Object>... contacts) {
        return Map.of(
                "nameJa", "証明大学",
                "nameEn", "Shomei University",
                "subject", Map.of("o", "Shomei University", "st", "Tokyo", "l", "Chiyoda-ku", "c", "JP"),
                "timeZone", "Asia/Tokyo",
                "contacts", List.of(contacts));
    }
}

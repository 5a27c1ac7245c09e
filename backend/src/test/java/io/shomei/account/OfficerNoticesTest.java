package io.shomei.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The head of an institution is told what becomes of its officers. */
@ShomeiTest
class OfficerNoticesTest {
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

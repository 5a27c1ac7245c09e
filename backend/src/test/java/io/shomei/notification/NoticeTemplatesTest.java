package io.shomei.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.shomei.kernel.Language;
import io.shomei.policy.Policy;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The texts of all mails. */
@ShomeiTest
class NoticeTemplatesTest {
    private static final Set<String> COLLECTED =
            Set.of("server-certificate-ready", "log-in-certificate-invitation", "client-certificate-ready");
    private static final Set<String> LOTS = Set.of("access-pins-ready", "client-certificates-ready");
    private static final Set<String> RENEWED = Set.of("certificate-expiring", "tenant-renamed");
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    NoticeExamples examples;

    @Test
    void everyMailSaysThatWeNeverAskForSecretsAndLinksToNoPageThatDoes_AT47() {
        for (Policy.TenantLabel label : Policy.TenantLabel.values()) {
            for (NoticeExamples.Example example : examples.all(Language.JA, label, null)) {
                assertThat(example.text().body())
                        .as(example.kind())
                        .contains("メールでパスワード、PIN、証明書取得用パスワードなどをお尋ねすることはありません")
                        .doesNotContain("{", "NOT_FOUND");
                assertLinksOnlyToCollection(example);
            }
            for (NoticeExamples.Example example : examples.all(Language.EN, label, null)) {
                assertThat(example.text().body())
                        .as(example.kind())
                        .contains("ever asks by mail for a password, a PIN")
                        .doesNotContain("{", "NOT_FOUND")
                        .matches(text -> text.chars().noneMatch(c -> c >= 0x3000), "is in English");
                assertLinksOnlyToCollection(example);
            }
        }
    }

    /**
     * The URL of a submission link, behind which no secret is asked for; the one-time URL of a server's certificate or of an archive, behind which no secret is asked for, and of an invitation or a client's
     * certificate, behind which the access PIN alone is asked for, which no mail has; and the page where a certificate is renewed by itself and nothing else.
     */
    private static void assertLinksOnlyToCollection(NoticeExamples.Example example) {
        List<String> links = LINK.matcher(example.text().body())
                .results()
                .map(found -> found.group())
                .toList();
        assertThat(links)
                .as(example.kind())
                .allMatch(link -> (COLLECTED.contains(example.kind()) && link.contains("/collect/"))
                        || (example.kind().equals("renewal-asked") && link.contains("/submit/"))
                        || (LOTS.contains(example.kind()) && link.contains("/lots/"))
                        || (RENEWED.contains(example.kind()) && link.endsWith("/own-certificate")));
    }

    @Test
    void everyMailCanBeWrittenInTheOldEncoding() {
        for (NoticeExamples.Example example : examples.all(Language.JA, Policy.TenantLabel.INSTITUTION, null)) {
            assertThat(Charset.forName("ISO-2022-JP")
                            .newEncoder()
                            .canEncode(example.text().subject() + example.text().body()))
                    .as(example.kind())
                    .isTrue();
        }
    }

    @Test
    void operatorsSeeEveryTextInTheWordsOfALabel() {
        Person desk = given.operator("Service Desk");
        http.as(desk)
                .queryParam("label", "CORPORATION")
                .queryParam("language", "JA")
                .get("/api/v1/notice-templates")
                .then()
                .statusCode(200)
                .body("items.kind", equalTo(MailTemplates.kinds()))
                .body("items.text", everyItem(containsString("契約法人の管理者")))
                .body(
                        "items.find { it.kind == 'certificate-expiring' }.text",
                        containsString("2027年5月1日 08時59分59秒 (JST)"));
        http.as(desk)
                .queryParam("language", "EN")
                .get("/api/v1/notice-templates")
                .then()
                .statusCode(200)
                .body("items.subject", hasItem("[Shomei] Certificate expires in 30 days"))
                .body("items.text", everyItem(containsString("your institution's registration officer")));
    }

    @Test
    void whoMayDoIt() {
        Person officer = given.tenant("a").officer("Hanako Sato");
        Refusals.needs(http, officer, request -> request.get("/api/v1/notice-templates"));
        Refusals.is(
                http.as(given.operator("Service Desk"))
                        .queryParam("language", "FR")
                        .get("/api/v1/notice-templates"),
                400,
                "malformed-request");
    }
}

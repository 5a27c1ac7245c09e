package io.shomei.request;

import static io.shomei.request.RowErrorCode.CHARACTER;
import static io.shomei.request.RowErrorCode.CN_NOT_MAILBOX;
import static io.shomei.request.RowErrorCode.DEADLINE_PASSED;
import static io.shomei.request.RowErrorCode.DELIVERY_NOT_PERMITTED;
import static io.shomei.request.RowErrorCode.DELIVERY_UNKNOWN;
import static io.shomei.request.RowErrorCode.DN_CHARACTER;
import static io.shomei.request.RowErrorCode.DN_EXTRA_ATTRIBUTE;
import static io.shomei.request.RowErrorCode.DN_MISSING_ATTRIBUTE;
import static io.shomei.request.RowErrorCode.DN_ORDER;
import static io.shomei.request.RowErrorCode.DOMAIN_NOT_PERMITTED;
import static io.shomei.request.RowErrorCode.FILE_NAME;
import static io.shomei.request.RowErrorCode.MAIL_FORMAT;
import static io.shomei.request.RowErrorCode.NOT_REGISTERED_VALUE;
import static io.shomei.request.RowErrorCode.PIN_FORMAT;
import static io.shomei.request.RowErrorCode.PIN_NOT_EXPECTED;
import static io.shomei.request.RowErrorCode.PROFILE_NOT_PERMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.AlternativeName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.CertificateKind;
import io.shomei.profile.Delivery;
import io.shomei.tenant.Domain;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules for client and S/MIME certificates, one by one. */
class ClientApplicationCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String REST = "O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP";
    private static final Set<Delivery> ALL = Set.of(Delivery.P12, Delivery.P12_BULK, Delivery.BROWSER);
    private static final Domain LAPSED = new Domain("lapsed.ac.jp", NOW.minusSeconds(1), false);
    private static final CheckContext CONTEXT = new CheckContext(
            new RegisteredSubject("Shomei University", "Tokyo", "Chiyoda-ku", "JP"),
            List.of(new Domain("shomei.ac.jp", NOW.plusSeconds(1), false), LAPSED),
            Map.of(
                    "5", new PermittedProfile(CertificateKind.CLIENT, Set.of(KeySpec.RSA_2048), ALL),
                    "7", new PermittedProfile(CertificateKind.SMIME, Set.of(KeySpec.RSA_2048), ALL),
                    "17", new PermittedProfile(CertificateKind.CLIENT, Set.of(KeySpec.P256), Set.of(Delivery.P12))),
            8,
            NOW);

    @Test
    void whatIsRightIsKeptAsItStands() {
        ClientApplicationResult result = check(Map.of());
        assertThat(result.errors()).isEmpty();
        assertThat(result.issue()).isNotNull().satisfies(issue -> {
            assertThat(issue.subject().text()).isEqualTo("CN=Taro Yamada,OU=Physics,OU=s123," + REST);
            assertThat(issue.kind()).isEqualTo(CertificateKind.CLIENT);
            assertThat(issue.delivery()).isEqualTo(Delivery.P12);
            assertThat(issue.names().all()).isEmpty();
            assertThat(issue.holder().email()).isEqualTo("taro@elsewhere.example.org");
            assertThat(issue.fileName()).isEqualTo("s123");
            assertThat(issue).hasToString("issue to CN=Taro Yamada,OU=Physics,OU=s123," + REST);
        });
        assertThat(result.uniqueName()).isEqualTo("taro yamada,ou=physics,ou=s123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Taro,O=Shomei University,C=JP",
                "CN=Taro,O=Shomei University,L=Chiyoda-ku,C=JP",
                "CN=Taro,O=Shomei University,ST=Tokyo,C=JP",
                "CN=taro@x.jp (1)_a,OU=a-b/c:d=e.(f)'g,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP"
            })
    void unitsAndPlacesMayBeLeftOut(String subject) {
        assertThat(check(Map.of("subject", subject)).errors()).isEmpty();
    }

    @Test
    void aSubjectHasItsAttributesInTheirOrder() {
        assertThat(codes("subject", "OU=a,CN=Taro," + REST)).containsExactly(DN_ORDER);
        assertThat(codes("subject", "CN=Taro,O=Shomei University,OU=a,C=JP")).containsExactly(DN_ORDER);
        assertThat(codes("subject", "OU=a," + REST)).containsExactly(DN_MISSING_ATTRIBUTE);
        assertThat(codes("subject", "CN=Taro,E=a@b.jp," + REST)).containsExactly(DN_EXTRA_ATTRIBUTE);
        assertThat(codes("subject", "CN=Taro,O=Other University,C=JP")).containsExactly(NOT_REGISTERED_VALUE);
        assertThat(codes("subject", "CN=Taro," + REST.replace("Tokyo", "Osaka")))
                .containsExactly(NOT_REGISTERED_VALUE);
    }

    @Test
    void onlyTheNameItselfHoldsAnAtSignOrUnderscore() {
        assertThat(codes("subject", "CN=Taro;Yamada," + REST)).containsExactly(DN_CHARACTER);
        assertThat(codes("subject", "CN=山田," + REST)).containsExactly(DN_CHARACTER);
        assertThat(codes("subject", "CN=Taro,OU=a_b," + REST)).containsExactly(DN_CHARACTER);
        assertThat(codes("subject", "CN=Taro,OU=a@b," + REST)).containsExactly(DN_CHARACTER);
    }

    @Test
    void aDeliveryIsOneOfThreeAndOneThatTheProfileHas() {
        assertThat(codes("delivery", "4")).containsExactly(DELIVERY_UNKNOWN);
        assertThat(check(Map.of("profile", "17", "delivery", "3")).errors())
                .extracting(RowError::code)
                .containsExactly(DELIVERY_NOT_PERMITTED);
        assertThat(codes("profile", "3")).containsExactly(PROFILE_NOT_PERMITTED);
    }

    @Test
    void aCertificateForMailNamesTheAddressOfItsHolder() {
        ClientApplicationResult good = check(Map.of(
                "profile", "7", "subject", "CN=taro@shomei.ac.jp,OU=No 1," + REST, "holderEmail", "taro@SHOMEI.ac.jp"));
        assertThat(good.errors()).isEmpty();
        assertThat(good.issue())
                .isNotNull()
                .satisfies(issue -> assertThat(issue.names().all())
                        .extracting(AlternativeName::text)
                        .containsExactly("taro@shomei.ac.jp"));
        assertThat(mail("CN=other@shomei.ac.jp," + REST, "taro@shomei.ac.jp")).containsExactly(CN_NOT_MAILBOX);
        assertThat(mail("CN=Taro," + REST, "taro@example.org")).containsExactly(DOMAIN_NOT_PERMITTED);
        assertThat(mail("CN=Taro," + REST, "taro@lapsed.ac.jp")).containsExactly(DEADLINE_PASSED);
        assertThat(mail("CN=Taro," + REST, "taro")).containsExactly(MAIL_FORMAT);
    }

    @Test
    void nothingIsIssuedAfterTheDeadlinesOfAllDomains() {
        assertThat(check(Map.of(), withDomains(new Domain("a.ac.jp", NOW, false), LAPSED))
                        .errors())
                .isEmpty();
        assertThat(check(Map.of(), withDomains(new Domain("older.ac.jp", NOW.minusSeconds(9), false), LAPSED))
                        .errors())
                .containsExactly(
                        RowError.of(RequestField.SUBJECT_DN, DEADLINE_PASSED, LAPSED.name(), LAPSED.issuingDeadline()));
        // Banks have no domains.
        assertThat(check(Map.of(), withDomains()).errors()).isEmpty();
        assertThat(check(Map.of("profile", "7", "holderEmail", "taro@lapsed.ac.jp"), withDomains(LAPSED))
                        .errors())
                .extracting(RowError::field)
                .containsExactly(RequestField.HOLDER_EMAIL);
    }

    private static CheckContext withDomains(Domain... domains) {
        return new CheckContext(CONTEXT.subject(), List.of(domains), CONTEXT.profiles(), 8, NOW);
    }

    @Test
    void peopleCanBeWrittenToAndShown() {
        assertThat(codes("email", "nobody")).containsExactly(MAIL_FORMAT);
        assertThat(codes("holderName", "髙橋")).containsExactly(CHARACTER);
        assertThat(codes("unit", "第①センター")).containsExactly(CHARACTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "a b", ".hidden", "山田", "a/b"})
    void aFileNameIsOneEverywhere(String name) {
        assertThat(codes("fileName", name)).containsExactly(FILE_NAME);
    }

    @Test
    void aPinOfOnesOwnChoiceIsForArchivesAlone() {
        assertThat(codes("pin", "long-enough")).containsExactly(PIN_NOT_EXPECTED);
        assertThat(check(Map.of("delivery", "2", "pin", "long-enough")).errors())
                .isEmpty();
        for (String bad : List.of("short", "with a space", "全角の数字です１２３", "x".repeat(33))) {
            List<RowError> errors = check(Map.of("delivery", "2", "pin", bad)).errors();
            assertThat(errors).extracting(RowError::code).containsExactly(PIN_FORMAT);
            assertThat(errors.toString()).doesNotContain(bad);
        }
    }

    /** A file of the former system may hold shorter ones: the policy decides, and the refusal says how many it asks for. */
    @Test
    void howLongAPinIsAtLeastIsThePolicys() {
        CheckContext six = new CheckContext(CONTEXT.subject(), CONTEXT.domains(), CONTEXT.profiles(), 6, NOW);
        Map<String, String> sixLong = Map.of("delivery", "2", "pin", "aB3$e6");
        assertThat(check(sixLong, six).errors()).isEmpty();
        assertThat(check(sixLong, CONTEXT).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.args()).containsExactly("8"));
        assertThat(check(Map.of("delivery", "2", "pin", "aB3$e"), six).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.args()).containsExactly("6"));
    }

    @Test
    void everythingThatIsWrongIsSaidTogether() {
        assertThat(check(Map.of("subject", "CN=Taro;,O=x,C=JP", "delivery", "9", "email", "x", "fileName", "/"))
                        .errors())
                .extracting(RowError::code)
                .containsExactlyInAnyOrder(
                        DN_CHARACTER, NOT_REGISTERED_VALUE, DELIVERY_UNKNOWN, MAIL_FORMAT, FILE_NAME);
    }

    private static List<RowErrorCode> mail(String subject, String holderEmail) {
        return check(Map.of("profile", "7", "subject", subject, "holderEmail", holderEmail)).errors().stream()
                .map(RowError::code)
                .toList();
    }

    private static List<RowErrorCode> codes(String field, String value) {
        return check(Map.of(field, value)).errors().stream().map(RowError::code).toList();
    }

    private static ClientApplicationResult check(Map<String, String> changes) {
        return check(changes, CONTEXT);
    }

    private static ClientApplicationResult check(Map<String, String> changes, CheckContext context) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "subject", "CN=Taro Yamada,OU=Physics,OU=s123," + REST,
                "profile", "5",
                "delivery", "1",
                "name", "山田花子",
                "unit", "情報基盤センター",
                "email", "hanako@shomei.ac.jp",
                "holderName", "山田太郎",
                "holderUnit", "理学部",
                "holderEmail", "taro@elsewhere.example.org",
                "fileName", "s123"));
        fields.putAll(changes);
        return ClientApplicationCheck.check(
                new ClientApplication(
                        fields.get("subject"),
                        fields.get("profile"),
                        fields.get("delivery"),
                        fields.get("name"),
                        fields.get("unit"),
                        fields.get("email"),
                        fields.get("holderName"),
                        fields.get("holderUnit"),
                        fields.get("holderEmail"),
                        fields.get("fileName"),
                        fields.get("pin")),
                context);
    }
}

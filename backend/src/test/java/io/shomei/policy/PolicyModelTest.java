package io.shomei.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.shomei.kernel.Language;
import io.shomei.policy.PolicyDocuments.Difference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model by itself: its keys, its bounds, what goes together, and its words. */
class PolicyModelTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final PolicyConfig CONFIG = PolicyLimitsTest.config(Path.of("src/test/resources/presets"), null);
    private static final Presets PRESETS = new Presets(JSON, CONFIG, new PolicyLimits(JSON, CONFIG));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "research-federation",
                "bank-fx",
                "bank-corporate",
                "saas-groupware",
                "platform",
                "library-terminals"
            })
    void everyPresetGivesEveryKeyAValueAndDoesNotContradictItself(String name) {
        ObjectNode preset = preset(name);
        assertThat(PolicyKeys.check(preset)).isEmpty();
        assertThat(Consistency.check(PolicyDocuments.bind(JSON, preset, 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            client_{seq:06d}, client_000001, true
            client_{seq:06d}, client_1234567, true
            client_{seq:06d}, client_, false
            client_{seq:06d}, client_00000a, false
            client_{seq:06d}, my_client_000001, false
            {domain}.{seq}, example.jp.7, true
            {domain}.{seq}, exampleXjp7, false
            {name}, client_000001, false
            """)
    void aNameMadeByNumberIsKnownFromItsTemplate(String template, String name, boolean numbered) {
        assertThat(Templates.numbers(template, name)).isEqualTo(numbered);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /session/idleTimeout, '"PT61M"', TooLong
            /session/idleTimeout, '"PT59S"', TooShort
            /session/idleTimeout, '"half an hour"', NotADuration
            /session/idleTimeout, 30, NotADuration
            /session/idleTimeout, null, Missing
            /session/shownLogins, 11, TooLarge
            /session/shownLogins, 1.5, NotInteger
            /session/concurrency, '"TWO"', NotAChoice
            /lockout/threshold, 0, TooSmall
            /lockout/unlockBy, '["OPERATOR","OPERATOR"]', Repeated
            /lockout/unlockBy, '"OPERATOR"', NotAList
            /auth/methods, '[["CERT"],[]]', NotAMethod
            /auth/methods, '[["CERT","CERT"]]', NotAMethod
            /auth/methods, '[["CERT"],["ID","PIN"],["ID","PASSWORD"],["CERT","PIN"],["CERT","OTP"]]', TooMany
            /auth/softwareKeyboard, '"yes"', NotBoolean
            /renewal/notices, '["P200Y","soon"]', NotAPeriod
            /renewal/notices, '["P0D"]', TooShort
            /audit/retention, '"P6M"', TooShort
            /profiles/permitted, '["Server!"]', NotThisText
            /identity/commonName, '"{password}"', NotThisText
            /lists/encoding, '"EUC-JP"', NotThisText
            /session, 5, NotAGroup
            /session/idle, 5, UnknownKey
            """)
    void aValueOutOfItsBoundsIsNamed(String pointer, String value, String rule) throws Exception {
        ObjectNode policy = preset("bank-fx");
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        ((ObjectNode) policy.at(parent)).set(pointer.substring(pointer.lastIndexOf('/') + 1), JSON.readTree(value));
        assertThat(PolicyKeys.check(policy))
                .filteredOn(fault -> fault.pointer().equals(pointer))
                .extracting(PolicyFault::rule)
                .contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bank-fx         | {"issuance":{"mode":"ASYNC"}}                                    | PasswordNeedsTheRequest
            bank-fx         | {"password":{"minLength":7}}                                     | TooShortForKeyFiles
            bank-fx         | {"enrolment":{"secret":"NONE"}}                                  | NoEnrolmentSecret
            bank-fx         | {"p12":{"initialPassword":"NONE"}}                               | SecretOpensTheFile
            bank-fx         | {"issuance":{"approval":"NONE"}}                                 | SecretAllows
            bank-fx         | {"renewal":{"authentication":["CERT"]}}                          | NobodyRenewsSo
            bank-fx         | {"renewal":{"authentication":["PASSWORD"]}}                      | NobodyRenewsSo
            bank-fx         | {"certificate":{"supersession":"NEVER"}}                         | RenewedThoughSeparate
            bank-fx         | {"renewal":{"replacementReminder":"P14D"}}                       | NothingToRemindOf
            research-federation | {"issuance":{"approval":"SECRET"}}                           | SecretAllows
            research-federation | {"renewal":{"authentication":["CERT","PIN"]}}                | NobodyRenewsSo
            bank-corporate  | {"renewal":{"authentication":["CERT","PASSWORD"]}}               | NobodyRenewsSo
            saas-groupware  | {"issuance":{"approval":"ENTITLEMENT"}}                          | NobodyApprovesJobs
            bank-fx         | {"certificate":{"maxValidDuringRenewal":1}}                      | BothAreValid
            bank-fx         | {"renewal":{"notices":["P60D"]}}                                 | NoticeBeforeWindow
            bank-fx         | {"enrolment":{"lapseNotice":"P90D"}}                             | NoticeBeforeTheSecret
            bank-fx         | {"auth":{"methods":[]}}                                          | NoMethod
            bank-fx         | {"auth":{"methods":[["PASSWORD"]]}}                              | MethodNamesNobody
            bank-fx         | {"auth":{"methods":[["ID"]]}}                                    | IdWithoutSecret
            bank-fx         | {"auth":{"methods":[["CERT","ID","PASSWORD"]]}}                  | CertificateBesidesId
            bank-fx         | {"auth":{"methods":[["CERT","PASSWORD","PIN"]]}}                 | PasswordBesidesPin
            bank-fx         | {"auth":{"methods":[["CERT","OTP"]]}}                            | OtpAlone
            bank-fx         | {"auth":{"methods":[["CERT","PASSWORD","OTP"]]}}                 | NoKindOfOtp
            bank-fx         | {"auth":{"methods":[["ID","PASSWORD"]]},"identity":{"userIdFormat":null}} | NoFormatOfId
            bank-fx         | {"auth":{"rememberLoginId":true}}                                | NoIdToRemember
            bank-fx         | {"auth":{"methods":[["CERT"]]}}                                  | NoLogInPassword
            bank-fx         | {"password":{"minLength":30,"maxLength":20}}                     | LengthsCrossed
            bank-fx         | {"download":{"window":null}}                                     | ResumableNeedsWindow
            bank-fx         | {"key":{"origin":["CSR_UPLOAD"]}}                                | NoKeyFile
            bank-fx         | {"p12":{"formats":[]}}                                           | FormatsWithoutKeys
            bank-corporate  | {"lockout":{"unlockBy":["TENANT_ADMINISTRATOR"]}}                | NobodyElseUnlocks
            bank-corporate  | {"issuance":{"approval":"NONE"}}                                  | NobodyEntitles
            bank-corporate  | {"auth":{"methods":[["CERT","PIN"]]}}                            | NobodyGetsTheFirstCertificate
            bank-corporate  | {"certificate":{"maxValidPerSubject":2}}                         | FewerDuringRenewal
            saas-groupware  | {"lockout":{"temporary":null}}                                   | TemporaryWithoutTime
            saas-groupware  | {"download":{"policy":"ONCE"}}                                   | ListWithoutEscrow
            saas-groupware  | {"key":{"origin":["BROWSER_KEYGEN"]}}                            | RepeatableNeedsOurKeys
            """)
    void whatContradictsItselfIsNamed(String name, String changes, String rule) throws Exception {
        ObjectNode policy = PolicyDocuments.merged(preset(name), (ObjectNode) JSON.readTree(changes));
        assertThat(PolicyKeys.check(policy)).isEmpty();
        List<PolicyFault> faults = Consistency.check(PolicyDocuments.bind(JSON, policy, 1));
        assertThat(faults).extracting(PolicyFault::rule).contains(rule);
        for (Language language : Language.values()) {
            assertThat(faults)
                    .allSatisfy(fault -> assertThat(PolicyTexts.fault(fault, language))
                            .isNotEqualTo(fault.rule())
                            .doesNotContain("%"));
        }
    }

    @Test
    void changesThatChangeNothingAreNotKept() throws Exception {
        ObjectNode base = preset("bank-fx");
        ObjectNode changes = (ObjectNode) JSON.readTree(
                "{\"session\":{\"idleTimeout\":\"PT30M\",\"shownLogins\":3},\"lockout\":{\"threshold\":3}}");
        assertThat(PolicyDocuments.needed(base, changes)).isEqualTo(JSON.readTree("{\"session\":{\"shownLogins\":3}}"));
        assertThat(PolicyDocuments.needed(base, (ObjectNode) JSON.readTree("{\"renewal\":{\"window\":null}}")))
                .isEqualTo(JSON.readTree("{\"renewal\":{\"window\":null}}"));
    }

    @Test
    void whatProtectsHoldsAtOnceAndTheRestAsItWas() throws Exception {
        ObjectNode then = preset("bank-fx");
        ObjectNode today = PolicyDocuments.merged(
                then,
                (ObjectNode)
                        JSON.readTree(
                                "{\"lockout\":{\"threshold\":2},\"session\":{\"idleTimeout\":\"PT5M\"},\"certificate\":{\"validity\":\"P2Y\"}}"));
        Policy held = PolicyDocuments.bind(JSON, PolicyDocuments.protectedBy(then, today), 1);
        assertThat(held.lockout().threshold()).isEqualTo(2);
        assertThat(held.session().idleTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(held.certificate().validity()).isEqualTo(Period.ofYears(1));
    }

    @Test
    void aPresetOfDataAloneIsAKindOfServiceOfItsOwn() {
        Policy library = PolicyDocuments.bind(JSON, preset("library-terminals"), 1);
        assertThat(library.auth().allows(Policy.Proof.ID, Policy.Proof.PASSWORD))
                .isTrue();
        assertThat(library.renewalWay()).contains(Policy.RenewalWay.IN_SESSION);
        assertThat(library.certificate().validity()).isEqualTo(Period.ofDays(90));
        assertThat(PolicySentences.of(library, Language.EN))
                .extracting(PolicySentences.Sentence::text)
                .contains(
                        "The log-in page offers: Log-in ID, Password.",
                        "Renewal opens 14 days before the end.",
                        "Mails are sent 14 days, 3 days before the end.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyKeyValueAndSentenceHasItsWords(Language language) {
        for (PolicyKey key : PolicyKeys.all()) {
            assertThat(PolicyTexts.title(key, language)).as(key.path()).isNotEqualTo(key.path());
            assertThat(PolicyTexts.group(key.group(), language)).doesNotStartWith("group.");
            key.values()
                    .forEach(value -> assertThat(PolicyTexts.value(key, value, language))
                            .as(key.path() + " " + value)
                            .doesNotStartWith("value."));
        }
        for (Preset preset : PRESETS.all()) {
            assertThat(PolicySentences.of(PolicyDocuments.bind(JSON, preset.policy(), 1), language))
                    .as(preset.name())
                    .allSatisfy(sentence -> assertThat(sentence.text())
                            .contains(language == Language.JA ? "。" : ".")
                            .doesNotContain("%"))
                    .extracting(PolicySentences.Sentence::text)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void aDifferenceIsToldInWords() {
        List<Difference> differences = PolicyDocuments.differences(preset("bank-fx"), preset("bank-corporate"));
        Map<String, String> words = differences.stream()
                .filter(each -> each.after() != null)
                .collect(java.util.stream.Collectors.toMap(
                        each -> each.key().path(), each -> PolicyTexts.words(each.key(), each.after(), Language.EN)));
        assertThat(words)
                .containsEntry("auth.methods", "Certificate + PIN / Log-in ID + PIN")
                .containsEntry("renewal.window", "30 days")
                .containsEntry("p12.formats", "none")
                .doesNotContainKey("session.idleTimeout");
    }

    @Test
    void namesAreMadeFromTemplates() {
        assertThat(Templates.fill("client_{seq:06d}", Map.of("seq", "42"))).isEqualTo("client_000042");
        assertThat(Templates.fill("{contractId} {userId}", Map.of("contractId", "50000001", "userId", "0000$7")))
                .isEqualTo("50000001 0000$7");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Templates.fill("{name}", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ObjectNode preset(String name) {
        return PRESETS.find(name).orElseThrow().policy().deepCopy();
    }
}

package io.shomei.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.Der;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import io.shomei.profile.CertificateKind;
import io.shomei.tenant.Domain;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Single requests: no DN is stated, the CSR's CN is joined to the registered values. */
class CsrApplicationCheckTest {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final KeyPair KEY = KeySpec.P256.generate(new SecureRandom());
    private static final CheckContext CONTEXT = new CheckContext(
            new RegisteredSubject("Shomei University", "Tokyo", "Chiyoda-ku", "JP"),
            List.of(
                    new Domain("shomei.ac.jp", NOW.plusSeconds(1), false),
                    new Domain("lab.shomei.ac.jp", NOW.minusSeconds(1), false)),
            Map.of("12", new PermittedProfile(CertificateKind.SERVER, Set.of(KeySpec.P256), Set.of())),
            8,
            NOW);

    @Test
    void theCnOfTheCsrIsJoinedToTheRegisteredValues() {
        CsrApplicationResult result = check("CN=www.shomei.ac.jp", "a@shomei.ac.jp", List.of("b.shomei.ac.jp"));

        assertThat(result.errors()).isEmpty();
        assertThat(result.issue()).isNotNull().satisfies(issue -> {
            assertThat(issue.subject().text())
                    .isEqualTo("CN=www.shomei.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP");
            assertThat(issue.names().hosts()).containsExactly("www.shomei.ac.jp", "b.shomei.ac.jp");
        });
    }

    @Test
    void whatElseTheCsrNamesMustBeRegistered() {
        CsrApplicationResult result = check("CN=www.shomei.ac.jp,O=Other University,C=JP", "a@shomei.ac.jp", List.of());

        assertThat(result.errors())
                .containsExactly(RowError.of(
                        RequestField.CSR,
                        RowErrorCode.NOT_REGISTERED_VALUE,
                        "O",
                        "Other University",
                        "Shomei University"));
    }

    @Test
    void aCsrNamesItsServer() {
        CsrApplicationResult result = check("O=Shomei University,C=JP", "a@shomei.ac.jp", List.of());

        assertThat(result.errors()).extracting(RowError::code).containsExactly(RowErrorCode.CSR_SUBJECT_WITHOUT_CN);
    }

    @Test
    void aCnThatReadsLikeSeveralAttributesIsNoHostName() {
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8("www.shomei.ac.jp,O=Other"))));

        CsrApplicationResult result = check(DistinguishedName.ofDer(name), "a@shomei.ac.jp", List.of());

        assertThat(result.errors()).extracting(RowError::code).containsExactly(RowErrorCode.HOST_NAME);
    }

    @Test
    void faultsPointToMembersOfTheRequest() {
        CsrApplicationResult result = check("CN=www.example.org", "nobody", List.of("192.0.2.1"));

        assertThat(result.errors())
                .extracting(error -> error.field().pointer())
                .containsExactly("/csr", "/subscriber/email", "/dnsNames");
        assertThat(result.issue()).isNull();
    }

    @Test
    void theNearestDomainDecides() {
        CsrApplicationResult result = check("CN=a.lab.shomei.ac.jp", "a@shomei.ac.jp", List.of());

        assertThat(result.errors()).extracting(RowError::code).containsExactly(RowErrorCode.DEADLINE_PASSED);
    }

    @Test
    void codeIsSignedByWhomADomainPermits() {
        Domain lapsed = new Domain("lab.shomei.ac.jp", NOW.minusSeconds(1), false);
        Map<String, PermittedProfile> profiles =
                Map.of("9", new PermittedProfile(CertificateKind.CODE_SIGNING, Set.of(KeySpec.P256), Set.of()));
        DistinguishedName subject = CONTEXT.subject().named("Shomei University");
        CsrApplication application = new CsrApplication(
                CertificateKind.CODE_SIGNING,
                false,
                subject.text(),
                false,
                "9",
                csr(subject),
                "",
                "",
                "a@shomei.ac.jp",
                null,
                "",
                List.of());

        assertThat(CsrApplicationCheck.check(
                                application, new CheckContext(CONTEXT.subject(), CONTEXT.domains(), profiles, 8, NOW))
                        .errors())
                .isEmpty();
        assertThat(CsrApplicationCheck.check(
                                application, new CheckContext(CONTEXT.subject(), List.of(lapsed), profiles, 8, NOW))
                        .errors())
                .extracting(RowError::code)
                .containsExactly(RowErrorCode.DEADLINE_PASSED);
    }

    @Test
    void nothingInvisibleFromACsrGetsIntoASentence() {
        var subject = DistinguishedName.of(List.of(new Attribute(AttributeType.CN, "a\u0000b\u202Ec.example.org")));

        CsrApplicationResult result = check(subject, "a@shomei.ac.jp", List.of());

        assertThat(result.errors().getFirst().args()).containsExactly("a\uFFFDb\uFFFDc.example.org");
    }

    private static CsrApplicationResult check(String subject, String email, List<String> dnsNames) {
        return check(DistinguishedName.parse(subject), email, dnsNames);
    }

    private static CsrApplicationResult check(DistinguishedName subject, String email, List<String> dnsNames) {
        var subscriber = new Subscriber("", "", email, "");
        return CsrApplicationCheck.check(CsrApplication.ofCsr("12", csr(subject), subscriber, dnsNames), CONTEXT);
    }

    private static String csr(DistinguishedName subject) {
        byte[] info =
                Der.sequence(Der.integer(0), subject.encoded(), KEY.getPublic().getEncoded(), Der.context(0));
        SignatureScheme scheme = SignatureScheme.ECDSA_WITH_SHA256;
        byte[] signature = scheme.sign(KEY.getPrivate(), info);
        return Base64.getEncoder()
                .encodeToString(Der.sequence(info, scheme.algorithmIdentifier(), Der.bits(signature)));
    }
}

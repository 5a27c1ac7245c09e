package io.shomei.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.shomei.kernel.ProblemException;
import io.shomei.lint.LintProblem;
import io.shomei.lint.certificate.Programme;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MailAddress;
import io.shomei.policy.Rounding;
import io.shomei.profile.Ceilings;
import io.shomei.profile.Lifetime;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.profile.SubjectTemplate;
import io.shomei.profile.SubjectTemplate.Part;
import io.shomei.profile.SubjectTemplate.Source;
import io.shomei.profile.SubjectTemplate.Times;
import io.shomei.tenant.PermittedNames;
import io.shomei.tenant.Tenants;
import io.shomei.testing.Certified;
import io.shomei.testing.Certifier;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Certificates for mail: their addresses lie in the tenant's domains, and the rules for S/MIME are asked. */
@ShomeiTest
class IssueMailTest {
    @Inject
    Fixtures given;

    @Inject
    Certifier certifier;

    @Inject
    Profiles profiles;

    @Inject
    Tenants tenants;

    @Inject
    Http http;

    private Fixtures.Organisation tenant;

    @BeforeEach
    void aTenant() {
        tenant = given.tenant("a").withDomain("a.ac.jp");
    }

    @ParameterizedTest
    @CsvSource({
        "7,RSA_2048,digitalSignature keyEncipherment",
        "15,RSA_2048,digitalSignature keyEncipherment",
        "16,RSA_2048,digitalSignature keyEncipherment",
        "18,P256,digitalSignature keyAgreement"
    })
    void eachProfileNamesTheMailboxes(String profile, KeySpec key, String usage) {
        Certified certified = issue(profiles.get(profile), key, "taro@a.ac.jp", "Yamada.Taro@library.a.ac.jp");
        CertificateDer certificate = certified.issued().certificate();
        assertThat(certificate.emails()).containsExactly("taro@a.ac.jp", "Yamada.Taro@library.a.ac.jp");
        assertThat(certificate.dnsNames()).isEmpty();
        boolean[] usages = certificate.toX509().getKeyUsage();
        assertThat(usages[0]).isTrue();
        assertThat(usages[2]).isEqualTo(usage.contains("keyEncipherment"));
        assertThat(usages[4]).isEqualTo(usage.contains("keyAgreement"));
        Person sato = tenant.officer("Hanako Sato");
        http.as(sato)
                .get("/api/v1/certificates/{id}", certified.issued().id().toString())
                .then()
                .statusCode(200)
                .body("emails", contains("taro@a.ac.jp", "Yamada.Taro@library.a.ac.jp"))
                .body("dnsNames", empty());
    }

    @Test
    void withoutAMailboxNothingIsSigned() {
        assertRefused("MailboxIsAnAlternativeName", () -> issue(profiles.get("7"), KeySpec.RSA_2048));
    }

    /** An installation whose root mail programs know sets the programme, and gets all of the S/MIME Baseline Requirements. */
    @Test
    void theWholeProgrammeIsAChangeOfData() {
        Profile everybodys = publicly(List.of(new Part(AttributeType.CN, Source.REQUEST, Times.ONCE, null)));
        Certified certified =
                certifier.issue(tenant.id(), everybodys, KeySpec.P256, "taro@a.ac.jp", permitted("taro@a.ac.jp"));
        assertThat(certified.issued().certificate().text()).contains("Policy: 2.23.140.1.5.1.2");
        assertThat(certified.issued().validity().notAfter())
                .isBefore(certified.issued().validity().notBefore().plusSeconds(824 * 86_400L));
        Profile withNames = publicly(profiles.get("7").subject().parts());
        assertRefused(
                "MailSubjectFitsItsType",
                () -> certifier.issue(tenant.id(), withNames, KeySpec.P256, "taro@a.ac.jp", permitted("taro@a.ac.jp")));
    }

    private Certified issue(Profile profile, KeySpec key, String... addresses) {
        return certifier.issue(tenant.id(), profile, key, "Taro Yamada", permitted(addresses));
    }

    private PermittedNames permitted(String... addresses) {
        List<AlternativeName> names = List.of(addresses).stream()
                .<AlternativeName>map(address ->
                        new AlternativeName.Email(MailAddress.parse(address).orElseThrow()))
                .toList();
        if (PermittedNames.check(names, tenants.get(tenant.id()).domains(), Instant.now())
                instanceof PermittedNames.Check.Good(PermittedNames permitted)) {
            return permitted;
        }
        throw new AssertionError("not permitted: " + names);
    }

    /** Profile 18 in the programme of mail that everybody trusts: for a mailbox, of the multipurpose generation. */
    private Profile publicly(List<Part> subject) {
        Profile mail = profiles.get("18");
        return new Profile(
                "mailbox",
                1,
                mail.name(),
                mail.kind(),
                Programme.SMIME,
                EnumSet.of(KeySpec.P256),
                mail.authority(),
                new Lifetime(
                        Period.ofMonths(52),
                        Rounding.EXACT,
                        new Ceilings(
                                "S/MIME BR 6.3.2", List.of(new Ceilings.Ceiling(LocalDate.parse("2025-07-15"), 824)))),
                mail.purposes(),
                mail.usages(),
                new SubjectTemplate(subject),
                mail.alternativeNames(),
                "2.23.140.1.5.1.2",
                mail.deliveries(),
                new Profile.Limits(Set.of(KeySpec.P256), Period.ofDays(1), Period.ofMonths(52)));
    }

    private static void assertRefused(String rule, Runnable issue) {
        assertThatThrownBy(issue::run).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(LintProblem.LINT_FAILED);
            assertThat(problem.detail()).contains(rule);
        });
    }
}

package io.shomei.lint.crl;

import static io.shomei.lint.crl.CrlSample.REVOKED_ON;
import static io.shomei.lint.crl.CrlSample.SERIAL;
import static io.shomei.lint.crl.CrlSample.delta;
import static io.shomei.lint.crl.CrlSample.entry;
import static io.shomei.lint.crl.CrlSample.extension;
import static io.shomei.lint.crl.CrlSample.full;
import static io.shomei.lint.crl.CrlSample.invalidity;
import static io.shomei.lint.crl.CrlSample.ofRoot;
import static io.shomei.lint.crl.CrlSample.part;
import static io.shomei.lint.crl.CrlSample.point;
import static io.shomei.lint.crl.CrlSample.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.shomei.kernel.ProblemException;
import io.shomei.lint.Finding;
import io.shomei.lint.Rule;
import io.shomei.pki.Der;
import io.shomei.pki.Digests;
import io.shomei.pki.Fixtures;
import io.shomei.pki.Oids;
import io.shomei.pki.SignatureScheme;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule lets sound lists pass and finds its breach. */
class CrlRulesTest {
    private static final byte[] LIMIT_USERS = Der.contextPrimitive(1, new byte[] {(byte) 0xFF});
    private static final byte[] LIMIT_INDIRECT = Der.contextPrimitive(4, new byte[] {(byte) 0xFF});

    static Stream<Arguments> breaches() {
        byte[] number = Der.integer(42);
        byte[] freshest = Der.sequence(point("http://pki.example.jp/delta.crl"));
        return Stream.of(
                arguments(VersionIsTwo.class, full().version(new byte[0])),
                arguments(SignatureAlgorithmIsThatOfTheIssuersKey.class, full().algorithm(SignatureScheme.ED25519)),
                arguments(IssuerIsTheSubjectOfItsCertificate.class, full().issuerName(Fixtures.ROOT_NAME.encoded())),
                arguments(IssuerIsTheSubjectOfItsCertificate.class, full().issuerName(Der.sequence())),
                arguments(UpdatesAreEncodedByYear.class, full().thisUpdate(Der.generalizedTime(Fixtures.NOW))),
                arguments(
                        UpdatesAreEncodedByYear.class,
                        full().nextUpdate(Der.generalizedTime(Fixtures.NOW.plus(Duration.ofDays(1))))),
                arguments(NextUpdateIsLaterThanThisUpdate.class, full().nextUpdate(new byte[0])),
                arguments(NextUpdateIsLaterThanThisUpdate.class, full().nextUpdate(Der.time(Fixtures.NOW))),
                arguments(
                        NextUpdateIsSoon.class,
                        full().lasting(Duration.ofDays(10).plusSeconds(1))),
                arguments(
                        NextUpdateIsSoon.class,
                        ofRoot().lasting(Duration.ofDays(365).plusSeconds(1))),
                arguments(RevokedCertificatesAreAbsentRatherThanEmpty.class, full().withEmptyList()),
                arguments(SerialNumbersAreUnique.class, full().entry(entry(SERIAL, REVOKED_ON))),
                arguments(RemovalsAreInDeltasOnly.class, full().entry(entry(Der.integer(5), REVOKED_ON, reason(8)))),
                arguments(ListExtensionsAreUnique.class, full().with(extension(Oids.CRL_NUMBER, false, number))),
                arguments(ListExtensionsAreThoseOfTheStandard.class, full().with(extension("1.2.3.4", true, number))),
                arguments(AuthorityKeyIsIdentified.class, full().without(Oids.AUTHORITY_KEY_IDENTIFIER)),
                arguments(
                        AuthorityKeyIsIdentified.class,
                        full().without(Oids.AUTHORITY_KEY_IDENTIFIER)
                                .with(extension(
                                        Oids.AUTHORITY_KEY_IDENTIFIER,
                                        true,
                                        Der.sequence(Der.contextPrimitive(0, new byte[20]))))),
                arguments(NumberIsPresentAndShort.class, full().without(Oids.CRL_NUMBER)),
                arguments(
                        NumberIsPresentAndShort.class,
                        full().without(Oids.CRL_NUMBER).with(extension(Oids.CRL_NUMBER, true, number))),
                arguments(
                        NumberIsPresentAndShort.class,
                        full().without(Oids.CRL_NUMBER)
                                .with(extension(Oids.CRL_NUMBER, false, Der.integer(BigInteger.ONE.shiftLeft(160))))),
                arguments(
                        DeltaNamesItsBaseCritically.class,
                        full().with(extension(Oids.DELTA_CRL_INDICATOR, false, Der.integer(41)))),
                arguments(
                        DeltaNamesItsBaseCritically.class,
                        full().with(extension(Oids.DELTA_CRL_INDICATOR, true, Der.integer(43)))),
                arguments(
                        FreshestCrlIsNamedInFullListsOnly.class,
                        delta().with(extension(Oids.FRESHEST_CRL, false, freshest))),
                arguments(
                        FreshestCrlIsNamedInFullListsOnly.class,
                        full().with(extension(Oids.FRESHEST_CRL, true, freshest))),
                arguments(
                        IssuingDistributionPointIsTrue.class,
                        full().with(extension(
                                Oids.ISSUING_DISTRIBUTION_POINT, false, point("http://pki.example.jp/1.crl")))),
                arguments(
                        IssuingDistributionPointIsTrue.class,
                        full().with(extension(
                                Oids.ISSUING_DISTRIBUTION_POINT, true, point("ldap://pki.example.jp/1.crl")))),
                arguments(
                        IssuingDistributionPointIsTrue.class,
                        full().with(extension(
                                Oids.ISSUING_DISTRIBUTION_POINT,
                                true,
                                point("http://pki.example.jp/1.crl", LIMIT_INDIRECT)))),
                arguments(
                        IssuingDistributionPointIsTrue.class,
                        full().with(extension(Oids.ISSUING_DISTRIBUTION_POINT, true, Der.sequence(LIMIT_USERS)))),
                arguments(
                        IssuingDistributionPointIsTrue.class,
                        ofRoot().with(extension(
                                Oids.ISSUING_DISTRIBUTION_POINT,
                                true,
                                point("http://pki.example.jp/1.crl", LIMIT_USERS)))),
                arguments(EntrySerialNumberIsPositiveAndShort.class, full().entry(entry(Der.integer(-1), REVOKED_ON))),
                arguments(EntrySerialNumberIsPositiveAndShort.class, full().entry(entry(Der.integer(0), REVOKED_ON))),
                arguments(
                        EntrySerialNumberIsPositiveAndShort.class,
                        full().entry(entry(Der.integer(BigInteger.ONE.shiftLeft(160)), REVOKED_ON))),
                arguments(
                        RevocationDateIsEncodedByYear.class,
                        full().entry(entry(Der.integer(5), Der.generalizedTime(Fixtures.NOW)))),
                arguments(
                        EntryExtensionsAreAbsentRatherThanEmpty.class,
                        full().entry(Der.sequence(Der.integer(5), REVOKED_ON, Der.sequence()))),
                arguments(
                        EntryExtensionsAreKnownAndUnique.class,
                        full().entry(entry(Der.integer(5), REVOKED_ON, reason(1), reason(4)))),
                arguments(
                        EntryExtensionsAreKnownAndUnique.class,
                        full().entry(entry(Der.integer(5), REVOKED_ON, extension("1.2.3.4", false, number)))),
                arguments(
                        EntryExtensionsAreNotCritical.class,
                        full().entry(entry(
                                Der.integer(5), REVOKED_ON, extension(Oids.REASON_CODE, true, Der.enumerated(1))))),
                arguments(
                        ReasonIsGivenOnlyWhereThereIsOne.class,
                        full().entry(entry(Der.integer(5), REVOKED_ON, reason(0)))),
                arguments(
                        ReasonIsGivenOnlyWhereThereIsOne.class,
                        full().entry(entry(Der.integer(5), REVOKED_ON, reason(6)))),
                arguments(
                        ReasonIsGivenOnlyWhereThereIsOne.class,
                        full().entry(entry(Der.integer(5), REVOKED_ON, reason(7)))),
                arguments(
                        ReasonIsGivenOnlyWhereThereIsOne.class,
                        full().entry(entry(
                                Der.integer(5), REVOKED_ON, extension(Oids.REASON_CODE, false, Der.nullElement())))),
                arguments(
                        InvalidityDateIsGeneralizedTime.class,
                        full().entry(entry(Der.integer(5), REVOKED_ON, invalidity(Der.time(Fixtures.NOW))))));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachIsFound(Class<? extends Rule<?>> rule, CrlSample sample) {
        assertThat(sample.findings()).extracting(Finding::rule).contains(rule.getSimpleName());
    }

    @Test
    void everyRuleHasABreachHere() {
        Set<String> broken = breaches()
                .map(breach ->
                        Objects.requireNonNull((Class<?>) breach.get()[0]).getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rules = Stream.concat(CrlRules.all().stream(), CrlRules.onEntries().stream())
                .map(rule -> rule.getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken).isEqualTo(rules);
    }

    @Test
    void noRuleIsForgotten() {
        Set<String> classes = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.shomei.lint.crl")
                        .stream()
                        .filter(each -> each.isAssignableTo(Rule.class) && !each.isInterface())
                        .map(each -> each.getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Stream.concat(CrlRules.all().stream(), CrlRules.onEntries().stream())
                        .map(rule -> rule.getClass().getSimpleName()))
                .containsExactlyInAnyOrderElementsOf(classes);
    }

    @Test
    void soundListsPass() {
        assertThat(full().findings()).isEmpty();
        assertThat(full().withoutEntries().findings()).isEmpty();
        assertThat(delta().findings()).isEmpty();
        assertThat(delta().entry(entry(Der.integer(5), REVOKED_ON, reason(8))).findings())
                .isEmpty();
        assertThat(part().findings()).isEmpty();
        assertThat(ofRoot().findings()).isEmpty();
        assertThat(full().with(extension(
                                Oids.ISSUING_DISTRIBUTION_POINT,
                                true,
                                point("http://pki.example.jp/1.crl", LIMIT_USERS)))
                        .findings())
                .isEmpty();
    }

    @Test
    void theProofIsOfTheVeryBytes() {
        LintedCrl linted = LintedCrl.check(full().build(), full().issuer());
        assertThat(linted.sha256()).isEqualTo(Digests.sha256(full().build().whole()));
        assertThatThrownBy(() -> LintedCrl.check(full().withEmptyList().build(), full().issuer()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("RevokedCertificatesAreAbsentRatherThanEmpty (RFC 5280 5.1.2.6)");
    }

    @Test
    void ofManyWrongEntriesTheFirstOnesAreNamed() {
        CrlSample sample = full();
        for (int serial = 10_000; serial < 10_100; serial++) {
            sample.entry(entry(Der.integer(serial), REVOKED_ON, reason(0)));
        }
        assertThat(sample.findings()).hasSizeBetween(1, 20);
    }

    @Test
    void whatIsNoListIsOneFinding() {
        assertThat(full().thisUpdate(Der.nullElement()).findings())
                .extracting(Finding::rule)
                .contains("WhatIsSignedIsDer");
    }
}

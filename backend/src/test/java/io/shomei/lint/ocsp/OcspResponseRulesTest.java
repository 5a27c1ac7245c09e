package io.shomei.lint.ocsp;

import static io.shomei.lint.ocsp.OcspSample.ASKED;
import static io.shomei.lint.ocsp.OcspSample.AT;
import static io.shomei.lint.ocsp.OcspSample.good;
import static io.shomei.lint.ocsp.OcspSample.signer;
import static io.shomei.lint.ocsp.OcspSample.single;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.kernel.ProblemException;
import io.shomei.lint.Finding;
import io.shomei.lint.Linter;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Der;
import io.shomei.pki.Fixtures;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.OcspNonce;
import io.shomei.pki.OcspRequest;
import io.shomei.pki.OcspResponseTemplate;
import io.shomei.pki.OcspStatus;
import io.shomei.pki.Oids;
import io.shomei.pki.RevocationReason;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.SingleOcspResponse;
import io.shomei.pki.UnsignedOcspResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds what it is there for, and nothing in a good answer. */
class OcspResponseRulesTest {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant END = AT.plus(DAY);
    private static final OcspStatus GOOD = new OcspStatus.Good();
    private static final byte[] BY_KEY = Der.context(2, Der.octets(OcspResponseTemplate.keyHash(signer(true, true))));
    private static final byte[] GOOD_STATUS = Der.contextPrimitive(0, new byte[0]);
    private static final byte[] NONE = {};

    @ParameterizedTest
    @MethodSource("wrong")
    void aRuleFindsWhatItIsThereFor(Class<? extends OcspResponseRule> rule, OcspTarget answer) {
        assertThat(check(answer)).extracting(Finding::rule).contains(rule.getSimpleName());
    }

    static Stream<Arguments> wrong() {
        CertificateDer stranger = Fixtures.server(KeySpec.P256, KeySpec.P256);
        CertId foreign = CertId.of(HashAlgorithm.SHA1, Fixtures.root(KeySpec.P256), Fixtures.serial());
        CertId another = CertId.of(HashAlgorithm.SHA1, OcspSample.ISSUER, Fixtures.serial());
        Instant later = AT.plusSeconds(1);
        return Stream.of(
                Arguments.of(
                        SignerIsAuthorised.class,
                        good().signedBy(signer(false, true)).build()),
                Arguments.of(
                        SignerIsAuthorised.class,
                        good().signedBy(signer(true, false)).build()),
                Arguments.of(SignerIsAuthorised.class, good().signedBy(stranger).build()),
                Arguments.of(
                        SignerOutlivesTheAnswer.class,
                        good().with(single(GOOD, AT, AT.plus(Duration.ofDays(31))))
                                .build()),
                Arguments.of(
                        SignatureFitsTheSignersKey.class,
                        good().signedWith(SignatureScheme.SHA256_WITH_RSA).build()),
                Arguments.of(
                        ResponderIsNamedByItsKey.class,
                        good().raw(Der.context(1, Fixtures.SERVER_NAME.encoded()), GOOD_STATUS, NONE)),
                Arguments.of(
                        ResponderIsNamedByItsKey.class,
                        good().raw(Der.context(2, Der.octets(new byte[20])), GOOD_STATUS, NONE)),
                Arguments.of(
                        EveryCertificateAskedForIsAnswered.class,
                        good().asking(another).build()),
                Arguments.of(
                        EveryCertificateAskedForIsAnswered.class,
                        good().asking(ASKED, another).build()),
                Arguments.of(
                        StatusIsToldForTheSignersIssuerOnly.class,
                        good().asking(foreign)
                                .with(new SingleOcspResponse(foreign, GOOD, AT, END, null))
                                .build()),
                Arguments.of(
                        NonceIsTheOneAsked.class,
                        good().answeringNonce(Optional.empty()).build()),
                Arguments.of(
                        NonceIsTheOneAsked.class,
                        good().answeringNonce(Optional.of(OcspNonce.of(new byte[] {9})))
                                .build()),
                Arguments.of(
                        UpdatesEncloseTheProduction.class,
                        good().with(single(GOOD, later, END)).build()),
                Arguments.of(
                        UpdatesEncloseTheProduction.class,
                        good().with(single(GOOD, AT.minus(DAY), AT)).build()),
                Arguments.of(
                        EveryStatusHasAnEnd.class,
                        good().with(single(GOOD, AT, null)).build()),
                Arguments.of(
                        ValidityIsEightHoursToTenDays.class,
                        good().with(single(
                                        GOOD, AT, AT.plus(Duration.ofHours(8)).minusSeconds(1)))
                                .build()),
                Arguments.of(
                        ValidityIsEightHoursToTenDays.class,
                        good().with(single(
                                        GOOD, AT, AT.plus(Duration.ofDays(10)).plusSeconds(1)))
                                .build()),
                Arguments.of(
                        RevocationIsNotAhead.class,
                        good().with(single(new OcspStatus.Revoked(later, null), AT, END))
                                .build()),
                Arguments.of(ReasonIsWorthTelling.class, good().raw(BY_KEY, revoked(0), NONE)),
                Arguments.of(ReasonIsWorthTelling.class, good().raw(BY_KEY, revoked(7), NONE)),
                Arguments.of(
                        ReasonIsNotAnExtension.class,
                        good().raw(BY_KEY, GOOD_STATUS, extension(Oids.REASON_CODE, false, Der.enumerated(1)))),
                Arguments.of(
                        ArchiveCutoffIsNotAhead.class,
                        good().with(new SingleOcspResponse(ASKED, GOOD, AT, END, later))
                                .build()),
                Arguments.of(
                        ArchiveCutoffIsNotAhead.class,
                        good().raw(BY_KEY, GOOD_STATUS, extension(Oids.OCSP_ARCHIVE_CUTOFF, false, Der.nullElement()))),
                Arguments.of(
                        ExtensionsAreNotCritical.class,
                        good().raw(BY_KEY, GOOD_STATUS, extension("2.5.29.99", true, Der.nullElement()))));
    }

    @ParameterizedTest
    @MethodSource("right")
    void aGoodAnswerHasNoFinding(OcspTarget answer) {
        assertThat(check(answer)).isEmpty();
    }

    static Stream<OcspTarget> right() {
        CertId foreign = CertId.of(HashAlgorithm.SHA256, Fixtures.root(KeySpec.P256), Fixtures.serial());
        Instant soon = AT.plusSeconds(60);
        return Stream.of(
                good().build(),
                good().with(single(GOOD, AT, AT.plus(Duration.ofHours(8)))).build(),
                good().with(single(GOOD, AT, AT.plus(Duration.ofDays(10)))).build(),
                good().with(single(new OcspStatus.Unknown(), AT, soon)).build(),
                good().with(single(new OcspStatus.Revoked(AT, RevocationReason.KEY_COMPROMISE), AT, END))
                        .build(),
                good().with(single(new OcspStatus.Revoked(AT, RevocationReason.UNSPECIFIED), AT, END))
                        .build(),
                good().with(new SingleOcspResponse(ASKED, GOOD, AT, END, Fixtures.LONG_AGO))
                        .build(),
                good().asking(ASKED, foreign)
                        .and(new SingleOcspResponse(foreign, new OcspStatus.Unknown(), AT, soon, null))
                        .build());
    }

    @Test
    void everyRuleIsTried() throws Exception {
        List<String> tried = wrong().map(
                        each -> requireNonNull((Class<?>) each.get()[0]).getSimpleName())
                .distinct()
                .sorted()
                .toList();
        List<String> listed = OcspResponseRules.all().stream()
                .map(rule -> rule.getClass().getSimpleName())
                .sorted()
                .toList();
        assertThat(tried).isEqualTo(listed);
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/shomei/lint/ocsp"))) {
            List<String> rules = files.filter(file -> !file.endsWith("OcspResponseRule.java"))
                    .filter(OcspResponseRulesTest::isARule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();
            assertThat(rules).isEqualTo(listed);
        }
    }

    @Test
    void whatFailsGivesNoProof() {
        var request = new OcspRequest(List.of(ASKED), Optional.empty());
        var signer = signer(true, true);
        var delegation = OcspDelegation.of(signer, OcspSample.ISSUER, SignatureScheme.ECDSA_WITH_SHA256);
        var template = new OcspResponseTemplate(signer, SignatureScheme.ECDSA_WITH_SHA256);
        var good = template.shape(AT, List.of(single(GOOD, AT, END)), Optional.empty());
        assertThat(LintedOcspResponse.check(good, request, delegation).response())
                .isSameAs(good);
        var tooShort = template.shape(AT, List.of(single(GOOD, AT, AT.plusSeconds(9))), Optional.empty());
        assertThatThrownBy(() -> LintedOcspResponse.check(tooShort, request, delegation))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("ValidityIsEightHoursToTenDays (BR 4.9.10)");
        var garbage = UnsignedOcspResponse.ofDer(new byte[] {0x30, 0x00});
        assertThatThrownBy(() -> LintedOcspResponse.check(garbage, request, delegation))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("WhatIsSignedIsDer");
    }

    private static List<Finding> check(OcspTarget answer) {
        return new Linter<>(OcspResponseRules.all()).check(() -> answer);
    }

    private static byte[] revoked(int reason) {
        return Der.context(1, Der.generalizedTime(AT), Der.context(0, Der.enumerated(reason)));
    }

    private static byte[] extension(String oid, boolean critical, byte[] value) {
        byte[] flag = critical ? Der.bool(true) : NONE;
        return Der.context(1, Der.sequence(Der.sequence(Der.oid(oid), flag, Der.octets(value))));
    }

    private static boolean isARule(Path file) {
        try {
            return Files.readString(file).contains("implements OcspResponseRule");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

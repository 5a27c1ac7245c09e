package io.shomei.lint.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.shomei.kernel.ProblemException;
import io.shomei.lint.Finding;
import io.shomei.lint.LintProblem;
import io.shomei.lint.Linter;
import io.shomei.pki.Der;
import io.shomei.pki.Digests;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Fixtures;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MessageImprint;
import io.shomei.pki.Oids;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.TimeStampRequest;
import io.shomei.pki.TimeStampTemplate;
import io.shomei.pki.UnsignedTimeStamp;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule finds its breach, and only that; what we make ourselves passes them all. */
class TimeStampRulesTest {
    private static final Linter<TimeStampTarget> LINTER = new Linter<>(TimeStampRules.all());

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384"})
    void ourTimeStampsPass(KeySpec spec) {
        TimeStampRequest request = new TimeStampRequest(StampSample.IMPRINT, null, BigInteger.ONE.negate(), false);
        UnsignedTimeStamp stamp = Fixtures.timeStampTemplate(spec)
                .shape(
                        request,
                        StampSample.POLICY,
                        Fixtures.serial(),
                        Instant.parse("2027-04-01T09:30:00.123456Z"),
                        6,
                        Duration.ofMillis(500));
        assertThat(LintedTimeStamp.check(stamp, request).stamp()).isSameAs(stamp);
        assertThat(findings(new StampSample())).isEmpty();
    }

    @Test
    void everyFindingIsNamedTogether() {
        StampSample sample = new StampSample();
        sample.version = Der.integer(2);
        sample.ordering = Der.bool(true);
        assertThatThrownBy(() -> LintedTimeStamp.check(sample.build(), sample.request))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(LintProblem.LINT_FAILED);
                    assertThat(problem.detail())
                            .contains("VersionIsOne (RFC 3161 2.4.2)", "NoOrderIsPromised (ETSI EN 319 422 5.2)");
                });
    }

    @Test
    void anotherVersion() {
        found(VersionIsOne.class, sample -> sample.version = Der.integer(2));
    }

    @Test
    void anotherPolicy() {
        found(PolicyIsTheOneAskedFor.class, sample -> sample.policy = Der.oid("1.2.3"));
    }

    @Test
    void anotherImprint() {
        byte[] digest = new byte[32];
        digest[31] = 1;
        found(
                ImprintIsThatOfTheRequest.class,
                sample -> sample.imprint =
                        MessageImprint.of(HashAlgorithm.SHA256, digest).encoded());
        // The same digest, but not the same octets.
        byte[] withNull = Der.sequence(
                Der.sequence(Der.oid(HashAlgorithm.SHA256.oid()), Der.nullElement()), Der.octets(new byte[32]));
        found(ImprintIsThatOfTheRequest.class, sample -> sample.imprint = withNull);
    }

    @Test
    void aWeakHash() {
        MessageImprint weak = MessageImprint.of(HashAlgorithm.SHA1, new byte[20]);
        found(ImprintIsOfAStrongHash.class, sample -> {
            sample.request = new TimeStampRequest(weak, null, BigInteger.TEN, true);
            sample.imprint = weak.encoded();
        });
    }

    @Test
    void anotherNonceOrNone() {
        found(NonceIsThatOfTheRequest.class, sample -> sample.nonce = Der.integer(11));
        found(NonceIsThatOfTheRequest.class, sample -> sample.nonce = new byte[0]);
        found(
                NonceIsThatOfTheRequest.class,
                sample -> sample.request = new TimeStampRequest(StampSample.IMPRINT, null, null, true));
    }

    @Test
    void aSerialNumberThatIsTooLongOrNotPositive() {
        found(SerialNumberFits160Bits.class, sample -> sample.serial = Der.integer(BigInteger.ONE.shiftLeft(160)));
        found(SerialNumberFits160Bits.class, sample -> sample.serial = Der.integer(0));
        found(SerialNumberFits160Bits.class, sample -> sample.serial = Der.integer(-5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20270401093000.120Z",
                "20270401093000.Z",
                "20270401093000,5Z",
                "202704010930Z",
                "20270401093000",
                "20270401093000+0900",
                "20270431093000Z",
                "270401093000Z"
            })
    void aTimeInAnotherForm(String text) {
        StampSample sample = new StampSample();
        sample.time = StampSample.time(text);
        assertThat(findings(sample)).contains("TimeIsWrittenInItsShortestForm");
    }

    @Test
    void anAccuracyThatIsMissingTooCoarseOrOutOfRange() {
        found(AccuracyIsASecondOrBetter.class, sample -> sample.accuracy = new byte[0]);
        found(AccuracyIsASecondOrBetter.class, sample -> sample.accuracy = Der.sequence());
        found(AccuracyIsASecondOrBetter.class, sample -> sample.accuracy = Der.sequence(Der.integer(2)));
        found(
                AccuracyIsASecondOrBetter.class,
                sample -> sample.accuracy = Der.sequence(Der.integer(BigInteger.ONE.shiftLeft(80))));
        found(
                AccuracyIsASecondOrBetter.class,
                sample -> sample.accuracy = Der.sequence(Der.integer(1), Der.contextPrimitive(1, new byte[] {1})));
        found(
                AccuracyIsASecondOrBetter.class,
                sample -> sample.accuracy = Der.sequence(Der.contextPrimitive(0, new byte[] {0x03, (byte) 0xE8})));
    }

    @Test
    void anOrderThatIsPromisedOrDenied() {
        found(NoOrderIsPromised.class, sample -> sample.ordering = Der.bool(true));
        found(NoOrderIsPromised.class, sample -> sample.ordering = Der.bool(false));
    }

    @Test
    void extensions() {
        byte[] extension = Der.sequence(Der.oid("1.2.3"), Der.octets(new byte[1]));
        found(ExtensionsAreAbsent.class, sample -> sample.extensions = Der.context(1, extension));
    }

    @Test
    void attributesInAnotherOrderOrTwice() {
        found(SignedAttributesAreInTheirOrder.class, sample -> sample.attributes = List::reversed);
        found(
                SignedAttributesAreInTheirOrder.class,
                sample -> sample.attributes = all -> {
                    List<byte[]> twice = new ArrayList<>(all);
                    twice.add(1, all.getFirst());
                    return twice;
                });
    }

    @Test
    void anotherContentTypeOrNone() {
        found(
                ContentTypeIsTstInfo.class,
                sample -> sample.replaceAttribute(
                        Oids.CONTENT_TYPE, StampSample.attribute(Oids.CONTENT_TYPE, Der.oid(Oids.SIGNED_DATA))));
        found(ContentTypeIsTstInfo.class, sample -> sample.replaceAttribute(Oids.CONTENT_TYPE, new byte[0]));
    }

    @Test
    void anotherDigestOrNone() {
        found(
                MessageDigestIsThatOfTheContent.class,
                sample -> sample.replaceAttribute(
                        Oids.MESSAGE_DIGEST, StampSample.attribute(Oids.MESSAGE_DIGEST, Der.octets(new byte[32]))));
        found(
                MessageDigestIsThatOfTheContent.class,
                sample -> sample.replaceAttribute(Oids.MESSAGE_DIGEST, new byte[0]));
    }

    @Test
    void anotherSigningCertificateOrNone() {
        found(
                SigningCertificateIsNamed.class,
                sample -> sample.replaceAttribute(
                        Oids.SIGNING_CERTIFICATE_V2,
                        StampSample.attribute(
                                Oids.SIGNING_CERTIFICATE_V2, sample.signingCertificate(Digests.sha256(new byte[1])))));
        found(
                SigningCertificateIsNamed.class,
                sample -> sample.replaceAttribute(Oids.SIGNING_CERTIFICATE_V2, new byte[0]));
        found(
                SigningCertificateIsNamed.class,
                sample -> sample.replaceAttribute(
                        Oids.SIGNING_CERTIFICATE_V2,
                        StampSample.attribute(Oids.SIGNING_CERTIFICATE_V2, Der.integer(1))));
    }

    @Test
    void aSignerForOtherThingsToo() {
        found(
                SignerIsForTimeStampsAlone.class,
                sample -> sample.template = template(
                        true, List.of(ExtendedKeyUsage.TIME_STAMPING.oid(), ExtendedKeyUsage.CODE_SIGNING.oid())));
        found(
                SignerIsForTimeStampsAlone.class,
                sample -> sample.template = template(false, List.of(ExtendedKeyUsage.TIME_STAMPING.oid())));
    }

    @Test
    void aTimeOutsideTheSignersValidity() {
        found(SignerIsValidAtTheTime.class, sample -> sample.time = StampSample.time("20191231235959.999Z"));
        found(SignerIsValidAtTheTime.class, sample -> sample.time = StampSample.time("20460101000000Z"));
        StampSample last = new StampSample();
        last.time = StampSample.time("20451231235959.9Z");
        assertThat(findings(last)).isEmpty();
    }

    @Test
    void aSchemeOfAnotherKey() {
        found(
                SignatureFitsTheSignersKey.class,
                sample -> sample.template = new TimeStampTemplate(
                        Fixtures.timeStamper(KeySpec.P256), List.of(), SignatureScheme.SHA256_WITH_RSA));
    }

    @Test
    void certificatesThatAreMissingOrNotWanted() {
        found(CertificatesAreThereWhenAskedFor.class, sample -> sample.withCertificates = false);
        found(
                CertificatesAreThereWhenAskedFor.class,
                sample -> sample.request = new TimeStampRequest(StampSample.IMPRINT, null, BigInteger.TEN, false));
    }

    @Test
    void whatIsNoTimeStamp() {
        UnsignedTimeStamp nothing =
                UnsignedTimeStamp.of(new StampSample().template, new byte[] {1, 2, 3}, new byte[0], true);
        assertThat(LINTER.check(() -> TimeStampTarget.of(nothing, new StampSample().request)))
                .extracting(Finding::rule)
                .containsExactly("WhatIsSignedIsDer");
    }

    /** A rule that nobody put into the list would never be asked. */
    @Test
    void everyRuleIsApplied() {
        Set<String> classes = new ClassFileImporter()
                .importPackages(TimeStampRule.class.getPackageName()).stream()
                        .filter(each -> each.isAssignableTo(TimeStampRule.class) && !each.isInterface())
                        .map(each -> each.getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(TimeStampRules.all())
                .extracting(rule -> rule.getClass().getSimpleName())
                .containsExactlyElementsOf(classes);
    }

    private static TimeStampTemplate template(boolean critical, List<String> purposes) {
        return new TimeStampTemplate(
                Fixtures.timeStamper(KeySpec.P256, critical, purposes), List.of(), SignatureScheme.ECDSA_WITH_SHA256);
    }

    private static void found(Class<? extends TimeStampRule> rule, Consumer<StampSample> breach) {
        StampSample sample = new StampSample();
        breach.accept(sample);
        assertThat(findings(sample)).containsExactly(rule.getSimpleName());
    }

    private static Set<String> findings(StampSample sample) {
        return LINTER.check(() -> TimeStampTarget.of(sample.build(), sample.request)).stream()
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }
}

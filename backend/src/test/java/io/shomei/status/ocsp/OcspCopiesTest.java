package io.shomei.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.restassured.path.json.JsonPath;
import io.shomei.authority.Authorities;
import io.shomei.certificate.CertificateRegister;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DerException;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequest;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.OcspStatus;
import io.shomei.pki.SerialNumber;
import io.shomei.status.ocsp.OcspAnswer.Outcome;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several copies of the responder on one database: what each keeps, and that none of them is ever behind. */
@ShomeiTest
class OcspCopiesTest {
    @Inject
    Fixtures given;

    @Inject
    Steps steps;

    @Inject
    Authorities authorities;

    @Inject
    CertificateRegister register;

    @Inject
    OcspSigners signers;

    @Inject
    OcspConfig config;

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private Fixtures.Organisation tenant;
    private Person sato;
    private CertificateDer issuer;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("copies").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        issuer = authorities.find("server-p256").orElseThrow().certificate();
    }

    @Test
    void aRevocationIsInTheVeryNextAnswerOfEveryCopy() throws Exception {
        List<OcspResponder> copies = List.of(copy(), copy());
        List<Asked> certificates = IntStream.range(0, 25)
                .mapToObj(i -> asked(steps.issued(sato, tenant, "host" + i + ".a.ac.jp")))
                .toList();
        Map<String, Long> revokedAtNanos = new ConcurrentHashMap<>();
        List<String> behind = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean over = new AtomicBoolean();
        // Every copy is asked about every certificate all the time, so that each has an answer at hand at any moment.
        List<Thread> askers = copies.stream()
                .flatMap(copy -> Stream.of(copy, copy))
                .map(copy -> Thread.ofVirtual().start(() -> {
                    while (!over.get()) {
                        for (Asked certificate : certificates) {
                            long asked = System.nanoTime();
                            Outcome outcome =
                                    copy.answer(certificate.question()).outcome();
                            Long revoked = revokedAtNanos.get(certificate.id());
                            if (outcome != Outcome.REVOKED && revoked != null && revoked < asked) {
                                behind.add(certificate.id() + " " + outcome);
                            }
                        }
                    }
                }))
                .toList();
        for (Asked certificate : certificates) {
            copies.forEach(copy ->
                    assertThat(copy.answer(certificate.question()).outcome()).isEqualTo(Outcome.GOOD));
            steps.revoke(sato, certificate.id(), "SUPERSEDED").then().statusCode(201);
            revokedAtNanos.put(certificate.id(), System.nanoTime());
            copies.forEach(copy ->
                    assertThat(copy.answer(certificate.question()).outcome()).isEqualTo(Outcome.REVOKED));
        }
        over.set(true);
        for (Thread asker : askers) {
            asker.join();
        }
        assertThat(behind).isEmpty();
    }

    @Test
    void theSameQuestionGetsTheSameAnswerUntilItIsTimeForAnother() {
        OcspResponder copy = copy();
        byte[] question = asked(steps.issued(sato, tenant, "www.a.ac.jp")).question();
        byte[] first = copy.answer(question).der();
        assertThat(copy.answer(question).der()).isEqualTo(first);
        // Half of the sixteen hours in which it may be given away are over: it is given once more, and another is
        // signed beside it.
        later.set(Duration.ofHours(8).plusMinutes(1));
        assertThat(copy.answer(question).der()).isEqualTo(first);
        Eventually.isTrue(
                "another answer", () -> !Arrays.equals(copy.answer(question).der(), first));
        byte[] second = copy.answer(question).der();
        // Nobody asked for a long time: nothing old is given away.
        later.set(Duration.ofHours(8 + 16).plusMinutes(2));
        assertThat(copy.answer(question).der()).isNotEqualTo(second);
    }

    @Test
    void anAnswerOfALaterTimeIsNotGivenAgain() throws Exception {
        OcspResponder copy = copy();
        byte[] question = asked(steps.issued(sato, tenant, "www.a.ac.jp")).question();
        later.set(Duration.ofHours(1));
        copy.answer(question);
        // The clock was put back.
        later.set(Duration.ZERO);
        BasicOCSPResp answer = Asker.read(copy.answer(question).der());
        assertThat(answer.getProducedAt().toInstant()).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void anotherCopySignsItsOwn() {
        byte[] question = asked(steps.issued(sato, tenant, "www.a.ac.jp")).question();
        assertThat(copy().answer(question).der())
                .isNotEqualTo(copy().answer(question).der());
    }

    /** As one whose signer's certificate ends soon. */
    @Test
    void anAnswerIsNotGivenAgainTowardsItsOwnEnd() throws Exception {
        KeptAnswers kept = new KeptAnswers(config);
        Instant at = Instant.parse("2027-04-01T00:00:00Z");
        kept.keep(facts(at), answer(at, at.plus(Duration.ofHours(9))));
        assertThat(kept.find(facts(at.plus(Duration.ofHours(4))))).isPresent();
        assertThat(kept.find(facts(at.plus(Duration.ofHours(5))))).isEmpty();
    }

    @Test
    void whatCouldNotBeSignedInAdvanceIsTriedAgain() throws Exception {
        KeptAnswers kept = new KeptAnswers(config);
        Instant at = Instant.parse("2027-04-01T00:00:00Z");
        kept.keep(facts(at), answer(at, at.plus(Duration.ofHours(24))));
        Instant due = at.plus(Duration.ofHours(8));
        KeptAnswers.Kept answer = kept.find(facts(due)).orElseThrow();
        assertThat(answer.isToBeRenewed(due.minusSeconds(1))).isFalse();
        assertThat(answer.isToBeRenewed(due)).isTrue();
        assertThat(answer.isToBeRenewed(due.plusSeconds(1))).isFalse();
        assertThat(answer.isToBeRenewed(due.plusSeconds(60))).isTrue();
    }

    private OcspFacts facts(Instant at) throws DerException {
        CertId certificate = CertId.of(HashAlgorithm.SHA256, issuer, SerialNumber.ofHex("7F01"));
        return new OcspFacts(
                OcspRequest.read(OcspRequests.of(certificate)),
                authorities.find("server-p256").orElseThrow(),
                List.of(new OcspFacts.Fact(certificate, new OcspStatus.Good(), false)),
                at);
    }

    private static OcspAnswer answer(Instant at, Instant end) {
        byte[] der = {0x30, 0};
        return new OcspAnswer(der, Outcome.GOOD, Optional.of(OcspAnswer.Lasting.of(der, at, end)));
    }

    private OcspResponder copy() {
        InstantSource clock = () -> Instant.now().plus(later.get());
        return new OcspResponder(
                signers,
                new RegisterLookups(register),
                new KeptAnswers(config),
                new OcspMetrics(new SimpleMeterRegistry()),
                clock);
    }

    private record Asked(String id, byte[] question) {}

    private Asked asked(JsonPath certificate) {
        SerialNumber serial = SerialNumber.ofHex(certificate.getString("serial"));
        return new Asked(certificate.getString("id"), OcspRequests.of(CertId.of(HashAlgorithm.SHA256, issuer, serial)));
    }
}

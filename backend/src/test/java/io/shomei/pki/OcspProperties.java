package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every question and every answer. */
class OcspProperties {
    private static final CertificateDer ISSUER = Fixtures.issuer(KeySpec.P256);
    private static final CertificateDer SIGNER = Fixtures.server(KeySpec.P256, KeySpec.P256);
    private static final byte[] GOOD =
            OcspRequests.withNonce(OcspRequests.nonce(32), CertId.of(HashAlgorithm.SHA256, ISSUER, Fixtures.serial()));

    @Property(tries = 500)
    void aQuestionReadsBack(
            @ForAll("certificates") List<CertId> certificates, @ForAll @Size(min = 1, max = 128) byte[] nonce)
            throws DerException {
        OcspRequest request = OcspRequest.read(OcspRequests.withNonce(nonce, certificates.toArray(CertId[]::new)));
        assertThat(request.certificates()).isEqualTo(certificates);
        assertThat(request.nonce()).contains(OcspNonce.of(nonce));
        assertThat(request.certificates().getFirst().issuer())
                .isEqualTo(certificates.getFirst().issuer());
        assertThat(request.certificates().getFirst().serial())
                .isEqualTo(certificates.getFirst().serial());
    }

    @Property(tries = 2000)
    void anyBytesAreMalformed(@ForAll @Size(max = 300) byte[] bytes) {
        assertThat(read(bytes)).isEmpty();
    }

    @Property(tries = 3000)
    void aQuestionWithOneFlippedBitIsAnotherQuestionOrMalformed(@ForAll @IntRange(min = 0, max = 10_000) int bit) {
        byte[] bytes = GOOD.clone();
        int at = bit % (8 * bytes.length);
        bytes[at / 8] ^= (byte) (1 << at % 8);
        // Never the same question, and never any other failure.
        read(bytes)
                .ifPresent(request -> assertThat(List.of(request.certificates(), request.nonce()))
                        .isNotEqualTo(List.of(
                                read(GOOD).orElseThrow().certificates(),
                                read(GOOD).orElseThrow().nonce())));
    }

    @Property(tries = 1000)
    void aQuestionCutShortOrSplicedIsNeverMoreThanMalformed(
            @ForAll @IntRange(min = 0, max = 200) int cut, @ForAll @Size(max = 30) byte[] splice) {
        int at = Math.min(cut, GOOD.length);
        byte[] bytes = new byte[at + splice.length];
        System.arraycopy(GOOD, 0, bytes, 0, at);
        System.arraycopy(splice, 0, bytes, at, splice.length);
        assertThat(read(bytes)).isNotNull();
    }

    @Property(tries = 500)
    void anAnswerReadsBack(
            @ForAll("answers") List<SingleOcspResponse> answers, @ForAll @Size(min = 1, max = 128) byte[] nonce)
            throws DerException {
        Instant producedAt = Instant.parse("2027-04-01T00:00:00Z");
        OcspResponseData data = new OcspResponseTemplate(SIGNER, SignatureScheme.ECDSA_WITH_SHA256)
                .shape(producedAt, answers, Optional.of(OcspNonce.of(nonce)))
                .read();
        assertThat(data.responderKey()).isEqualTo(OcspResponseTemplate.keyHash(SIGNER));
        assertThat(data.producedAt()).isEqualTo(producedAt);
        assertThat(data.nonce()).contains(OcspNonce.of(nonce));
        assertThat(data.answers()).hasSameSizeAs(answers);
        for (int i = 0; i < answers.size(); i++) {
            SingleOcspResponse said = answers.get(i);
            OcspResponseData.Single read = data.answers().get(i);
            assertThat(read.certificate()).isEqualTo(said.certificate());
            assertThat(read.thisUpdate()).isEqualTo(said.thisUpdate());
            assertThat(read.nextUpdate()).isEqualTo(said.nextUpdate());
            assertThat(status(read)).isEqualTo(said.status());
            assertThat(read.extensions()).hasSize(said.archiveCutoff() == null ? 0 : 1);
        }
    }

    private static OcspStatus status(OcspResponseData.Single read) {
        return switch (read.kind()) {
            case GOOD -> new OcspStatus.Good();
            case UNKNOWN -> new OcspStatus.Unknown();
            case REVOKED ->
                new OcspStatus.Revoked(
                        java.util.Objects.requireNonNull(read.revokedAt()),
                        read.reason() < 0
                                ? null
                                : RevocationReason.ofCode(read.reason()).orElseThrow());
        };
    }

    private static Optional<OcspRequest> read(byte[] der) {
        try {
            return Optional.of(OcspRequest.read(der));
        } catch (DerException malformed) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<List<CertId>> certificates() {
        return Combinators.combine(
                        Arbitraries.of(HashAlgorithm.class),
                        Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(19))
                .as((algorithm, serial) ->
                        CertId.of(algorithm, ISSUER, new SerialNumber(new BigInteger(1, serial).add(BigInteger.ONE))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<SingleOcspResponse>> answers() {
        Arbitrary<Instant> moment =
                Arbitraries.longs().between(0, 253_402_300_799L).map(Instant::ofEpochSecond);
        // Unspecified is left out of the answer and reads back as none.
        Arbitrary<OcspStatus> revoked = Combinators.combine(
                        moment,
                        Arbitraries.of(RevocationReason.class)
                                .filter(reason -> reason != RevocationReason.UNSPECIFIED)
                                .injectNull(0.3))
                .as(OcspStatus.Revoked::new);
        Arbitrary<OcspStatus> status =
                Arbitraries.oneOf(revoked, Arbitraries.of(new OcspStatus.Good(), new OcspStatus.Unknown()));
        return Combinators.combine(
                        certificates().map(List::getFirst),
                        status,
                        moment,
                        moment.injectNull(0.3),
                        moment.injectNull(0.5))
                .as(SingleOcspResponse::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(ArrayList::new);
    }
}

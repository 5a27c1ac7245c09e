package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A time stamp says what it must, in the bytes the standards ask for; another library reads and verifies it. */
class TimeStampTest {
    private static final String POLICY = "2.25.1647338124028460184.2.1";
    private static final Instant TIME = Instant.parse("2027-04-01T09:30:00.120450Z");
    private static final byte[] DATA = {1, 2, 3};

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "RSA_4096", "P256", "P384"})
    void anotherLibraryVerifiesIt(KeySpec spec) throws Exception {
        TimeStampTemplate template = Fixtures.timeStampTemplate(spec);
        for (HashAlgorithm algorithm : List.of(HashAlgorithm.SHA256, HashAlgorithm.SHA384, HashAlgorithm.SHA512)) {
            TimeStampRequest request = request(algorithm, BigInteger.valueOf(-42), true);
            TimeStampToken token = token(spec, shape(template, request, 6, Duration.ofSeconds(1)));
            var signer = new X509CertificateHolder(template.signer().encoded());
            // Checks the signature, the digest, the purpose of the certificate and that its ESSCertIDv2 names it.
            token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(CryptoProvider.bouncyCastle())
                    .build(signer));
            TimeStampTokenInfo info = token.getTimeStampInfo();
            assertThat(info.getMessageImprintDigest()).isEqualTo(algorithm.digest(DATA));
            assertThat(info.getMessageImprintAlgOID().getId()).isEqualTo(algorithm.oid());
            assertThat(info.getNonce()).isEqualTo(BigInteger.valueOf(-42));
            assertThat(info.getPolicy().getId()).isEqualTo(POLICY);
            assertThat(info.isOrdered()).isFalse();
            assertThat(info.getGenTimeAccuracy().getSeconds()).isEqualTo(1);
        }
    }

    @Test
    void itIsDerThroughout() throws Exception {
        UnsignedTimeStamp unsigned = shape(
                Fixtures.timeStampTemplate(KeySpec.RSA_2048),
                request(HashAlgorithm.SHA512, BigInteger.TEN, true),
                3,
                Duration.ofSeconds(1));
        byte[] encoded = Fixtures.timeStampToken(KeySpec.RSA_2048, unsigned);
        assertThat(org.bouncycastle.asn1.ASN1Primitive.fromByteArray(encoded).getEncoded(ASN1Encoding.DER))
                .isEqualTo(encoded);
    }

    @Test
    void itsSignedAttributesAreThoseOfTheStandard() throws Exception {
        TimeStampTemplate template = Fixtures.timeStampTemplate(KeySpec.P256);
        UnsignedTimeStamp unsigned =
                shape(template, request(HashAlgorithm.SHA256, null, true), 0, Duration.ofSeconds(1));
        TimeStampToken token = token(KeySpec.P256, unsigned);
        var attributes = token.getSignedAttributes();
        assertThat(attributes.size()).isEqualTo(3);
        assertThat(attributes.get(CMSAttributes.contentType).getAttributeValues()[0])
                .isEqualTo(PKCSObjectIdentifiers.id_ct_TSTInfo);
        assertThat(attributes
                        .get(CMSAttributes.messageDigest)
                        .getAttributeValues()[0]
                        .toASN1Primitive()
                        .getEncoded())
                .isEqualTo(Der.octets(HashAlgorithm.SHA256.digest(unsigned.tstInfo())));
        ESSCertIDv2 named = SigningCertificateV2.getInstance(
                        attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)
                                .getAttributeValues()[0])
                .getCerts()[0];
        assertThat(named.getCertHash()).isEqualTo(template.signer().sha256Fingerprint());
        assertThat(named.getIssuerSerial().getSerial().getValue())
                .isEqualTo(template.signer().serial().value());
    }

    @Test
    void certificatesGoWithItOnlyWhenTheyAreAskedFor() throws Exception {
        TimeStampTemplate template = Fixtures.timeStampTemplate(KeySpec.P256);
        for (boolean wanted : new boolean[] {true, false}) {
            TimeStampRequest request = request(HashAlgorithm.SHA256, null, wanted);
            TimeStampToken token = token(KeySpec.P256, shape(template, request, 0, Duration.ofSeconds(1)));
            List<byte[]> certificates = new ArrayList<>();
            for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
                certificates.add(each.getEncoded());
            }
            assertThat(certificates).hasSize(wanted ? 2 : 0);
            assertThat(certificates.stream()
                            .anyMatch(each -> java.util.Arrays.equals(
                                    each, template.signer().encoded())))
                    .isEqualTo(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2027-04-01T09:30:00.120450Z, 6, 20270401093000.12045Z",
        "2027-04-01T09:30:00.120450Z, 3, 20270401093000.12Z",
        "2027-04-01T09:30:00.120450Z, 0, 20270401093000Z",
        "2027-04-01T09:30:00.000999Z, 3, 20270401093000Z",
        "2027-04-01T09:30:00.999999Z, 3, 20270401093000.999Z",
        "2060-12-31T23:59:59Z, 6, 20601231235959Z",
    })
    void theTimeIsWrittenInItsShortestForm(Instant time, int digits, String written) throws Exception {
        TimeStampTemplate template = Fixtures.timeStampTemplate(KeySpec.P256);
        UnsignedTimeStamp unsigned = template.shape(
                request(HashAlgorithm.SHA256, null, false),
                POLICY,
                Fixtures.serial(),
                time,
                digits,
                Duration.ofSeconds(1));
        TstInfo info = TstInfo.read(unsigned.tstInfo());
        assertThat(info.generalizedTime()).isEqualTo(written);
        assertThat(info.time().orElseThrow()).isBeforeOrEqualTo(time).isAfter(time.minusNanos((long)
                Math.pow(10, 9 - digits)));
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, 1, 0, 0",
        "PT0.5S, 0, 500, 0",
        "PT1.000001S, 1, 0, 1",
        "PT0.0001S, 0, 0, 100",
        "PT60.999999S, 60, 999, 999"
    })
    void theAccuracyIsWrittenInItsParts(Duration accuracy, int seconds, int millis, int micros) throws Exception {
        TimeStampTemplate template = Fixtures.timeStampTemplate(KeySpec.P256);
        UnsignedTimeStamp unsigned = shape(template, request(HashAlgorithm.SHA256, null, true), 0, accuracy);
        TimeStampTokenInfo info = token(KeySpec.P256, unsigned).getTimeStampInfo();
        assertThat(info.getGenTimeAccuracy().getSeconds()).isEqualTo(seconds);
        assertThat(info.getGenTimeAccuracy().getMillis()).isEqualTo(millis);
        assertThat(info.getGenTimeAccuracy().getMicros()).isEqualTo(micros);
        assertThat(TstInfo.read(unsigned.tstInfo()).accuracy())
                .isNotNull()
                .extracting(TstInfo.Accuracy::duration)
                .isEqualTo(accuracy);
    }

    @ParameterizedTest
    @EnumSource(TimeStampFailure.class)
    void aRefusalNamesItsFailure(TimeStampFailure failure) throws Exception {
        byte[] der = TimeStampResponse.refused(failure.because("for %s reasons", "good"));
        var response = new org.bouncycastle.tsp.TimeStampResponse(der);
        assertThat(response.getStatus()).isEqualTo(2);
        assertThat(response.getStatusString()).isEqualTo("for good reasons");
        assertThat(response.getTimeStampToken()).isNull();
        assertThat(bits(response.getFailInfo().getBytes())).containsExactly(failure.bit());
    }

    private static List<Integer> bits(byte[] octets) {
        List<Integer> set = new ArrayList<>();
        for (int bit = 0; bit < 8 * octets.length; bit++) {
            if ((octets[bit / 8] & 0x80 >> bit % 8) != 0) {
                set.add(bit);
            }
        }
        return set;
    }

    private static TimeStampRequest request(
            HashAlgorithm algorithm, @Nullable BigInteger nonce, boolean certificateWanted) {
        return new TimeStampRequest(
                MessageImprint.of(algorithm, algorithm.digest(DATA)), null, nonce, certificateWanted);
    }

    private static UnsignedTimeStamp shape(
            TimeStampTemplate template, TimeStampRequest request, int digits, Duration accuracy) {
        return template.shape(request, POLICY, Fixtures.serial(), TIME, digits, accuracy);
    }

    private static TimeStampToken token(KeySpec spec, UnsignedTimeStamp unsigned) throws Exception {
        byte[] token = Fixtures.timeStampToken(spec, unsigned);
        return new org.bouncycastle.tsp.TimeStampResponse(TimeStampResponse.granted(token)).getTimeStampToken();
    }
}

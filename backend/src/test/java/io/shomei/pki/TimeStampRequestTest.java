package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.Test;

/** What is a request, and which of the protocol's failures everything else gets (RFC 3161 2.4). */
class TimeStampRequestTest {
    private static final byte[] SHA_256 = HashAlgorithm.SHA256.algorithmIdentifier();
    private static final byte[] VERSION = Der.integer(1);

    @Test
    void aRequestOfAnotherLibraryIsRead() throws Exception {
        byte[] digest = HashAlgorithm.SHA384.digest(new byte[] {1, 2, 3});
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        generator.setReqPolicy(new ASN1ObjectIdentifier("2.25.1647338124028460184.2.1"));
        byte[] der = generator
                .generate(TSPAlgorithms.SHA384, digest, new BigInteger("123456789012345678901234567890"))
                .getEncoded();
        TimeStampRequest request = TimeStampRequest.read(der);
        assertThat(request.imprint().algorithm()).isEqualTo(HashAlgorithm.SHA384);
        assertThat(request.imprint().digest()).isEqualTo(digest);
        assertThat(request.policy()).isEqualTo("2.25.1647338124028460184.2.1");
        assertThat(request.nonce()).isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(request.certificateWanted()).isTrue();
        assertThat(request.encoded()).isEqualTo(der);
    }

    @Test
    void theLeastRequestHasNothingOptional() throws Exception {
        TimeStampRequest request = TimeStampRequest.read(Der.sequence(VERSION, imprint(SHA_256, 32)));
        assertThat(request.policy()).isNull();
        assertThat(request.nonce()).isNull();
        assertThat(request.certificateWanted()).isFalse();
    }

    @Test
    void aDefaultThatIsWrittenMeansTheSame() throws Exception {
        byte[] der = Der.sequence(VERSION, imprint(SHA_256, 32), Der.bool(false));
        assertThat(TimeStampRequest.read(der).certificateWanted()).isFalse();
    }

    @Test
    void parametersOfTheHashAreNullOrAbsent() throws Exception {
        byte[] withNull = Der.sequence(Der.oid(HashAlgorithm.SHA256.oid()), Der.nullElement());
        TimeStampRequest request = TimeStampRequest.read(Der.sequence(VERSION, imprint(withNull, 32)));
        assertThat(request.imprint().encoded()).isEqualTo(imprint(withNull, 32));
        byte[] withMore = Der.sequence(Der.oid(HashAlgorithm.SHA256.oid()), Der.integer(1));
        refused(TimeStampFailure.BAD_ALG, VERSION, imprint(withMore, 32));
    }

    @Test
    void weakAndUnknownHashesAreRefused() {
        refused(TimeStampFailure.BAD_ALG, VERSION, imprint(identifier("1.3.14.3.2.26"), 20));
        refused(TimeStampFailure.BAD_ALG, VERSION, imprint(identifier("1.2.840.113549.2.5"), 16));
        refused(TimeStampFailure.BAD_ALG, VERSION, imprint(identifier("2.16.840.1.101.3.4.2.4"), 28));
        refused(TimeStampFailure.BAD_ALG, VERSION, imprint(identifier("1.2.3"), 32));
    }

    @Test
    void theDigestHasTheLengthOfItsAlgorithm() {
        for (int octets : new int[] {0, 20, 31, 33, 64}) {
            refused(TimeStampFailure.BAD_DATA_FORMAT, VERSION, imprint(SHA_256, octets));
        }
    }

    @Test
    void anotherVersionIsRefused() {
        for (int version : new int[] {-1, 0, 2, 300}) {
            refused(TimeStampFailure.BAD_REQUEST, Der.integer(version), imprint(SHA_256, 32));
        }
    }

    @Test
    void everyExtensionIsRefusedCriticalOrNot() {
        byte[] critical = Der.sequence(Der.oid("1.2.3.4"), Der.bool(true), Der.octets(new byte[1]));
        byte[] harmless = Der.sequence(Der.oid("1.2.3.5"), Der.octets(new byte[1]));
        refused(TimeStampFailure.UNACCEPTED_EXTENSION, VERSION, imprint(SHA_256, 32), Der.context(0, critical));
        refused(TimeStampFailure.UNACCEPTED_EXTENSION, VERSION, imprint(SHA_256, 32), Der.context(0, harmless));
        refused(TimeStampFailure.BAD_DATA_FORMAT, VERSION, imprint(SHA_256, 32), Der.context(0));
        refused(TimeStampFailure.BAD_DATA_FORMAT, VERSION, imprint(SHA_256, 32), Der.context(0, Der.integer(1)));
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        byte[] good = Der.sequence(VERSION, imprint(SHA_256, 32), Der.integer(7));
        refused(TimeStampFailure.BAD_DATA_FORMAT, new byte[0]);
        refused(TimeStampFailure.BAD_DATA_FORMAT, "<html>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        refused(TimeStampFailure.BAD_DATA_FORMAT, Arrays.copyOf(good, good.length - 1));
        refused(TimeStampFailure.BAD_DATA_FORMAT, Arrays.copyOf(good, good.length + 1));
        refused(TimeStampFailure.BAD_DATA_FORMAT, Arrays.copyOf(good, TimeStampRequest.MAX_OCTETS + 1));
        refused(TimeStampFailure.BAD_DATA_FORMAT, VERSION);
        refused(TimeStampFailure.BAD_DATA_FORMAT, imprint(SHA_256, 32));
        // Optional fields in another order than the standard's.
        refused(TimeStampFailure.BAD_DATA_FORMAT, VERSION, imprint(SHA_256, 32), Der.bool(true), Der.integer(7));
        refused(TimeStampFailure.BAD_DATA_FORMAT, VERSION, imprint(SHA_256, 32), Der.integer(7), Der.integer(7));
        refused(TimeStampFailure.BAD_DATA_FORMAT, VERSION, imprint(SHA_256, 32), Der.element(Der.BOOLEAN, new byte[] {1
        }));
    }

    private static void refused(TimeStampFailure failure, byte[]... members) {
        refused(failure, Der.sequence(members));
    }

    private static void refused(TimeStampFailure failure, byte[] der) {
        assertThatThrownBy(() -> TimeStampRequest.read(der)).isInstanceOfSatisfying(TimeStampRefusal.class, refusal -> {
            assertThat(refusal.failure()).as(refusal.sentence()).isEqualTo(failure);
            assertThat(refusal.sentence()).isNotBlank();
        });
    }

    private static byte[] identifier(String oid) {
        return Der.sequence(Der.oid(oid), Der.nullElement());
    }

    private static byte[] imprint(byte[] algorithm, int octets) {
        return Der.sequence(algorithm, Der.octets(new byte[octets]));
    }
}

package io.shomei.lint.timestamp;

import io.shomei.pki.Der;
import io.shomei.pki.Fixtures;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MessageImprint;
import io.shomei.pki.Oids;
import io.shomei.pki.TimeStampRequest;
import io.shomei.pki.TimeStampTemplate;
import io.shomei.pki.UnsignedTimeStamp;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** A time stamp put together from parts, each of which a test may replace by a wrong one. */
final class StampSample {
    static final String POLICY = "1.3.6.1.4.1.99999.2";
    static final MessageImprint IMPRINT = MessageImprint.of(HashAlgorithm.SHA256, new byte[32]);

    TimeStampRequest request = new TimeStampRequest(IMPRINT, POLICY, BigInteger.TEN, true);
    TimeStampTemplate template = Fixtures.timeStampTemplate(KeySpec.P256);
    boolean withCertificates = true;
    byte[] version = Der.integer(1);
    byte[] policy = Der.oid(POLICY);
    byte[] imprint = IMPRINT.encoded();
    byte[] serial = Der.integer(new BigInteger("12345678901234567890"));
    byte[] time = time("20270401093000.12Z");
    byte[] accuracy = Der.sequence(Der.integer(1));
    byte[] ordering = {};
    byte[] nonce = Der.integer(10);
    byte[] name = {};
    byte[] extensions = {};
    UnaryOperator<List<byte[]>> attributes = UnaryOperator.identity();

    static byte[] time(String text) {
        return Der.element(Der.GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] attribute(String oid, byte[] value) {
        return Der.sequence(Der.oid(oid), Der.set(value));
    }

    UnsignedTimeStamp build() {
        byte[] tstInfo =
                Der.sequence(version, policy, imprint, serial, time, accuracy, ordering, nonce, name, extensions);
        List<byte[]> all = new ArrayList<>(List.of(
                attribute(Oids.CONTENT_TYPE, Der.oid(Oids.TST_INFO)),
                attribute(Oids.MESSAGE_DIGEST, Der.octets(HashAlgorithm.SHA256.digest(tstInfo))),
                attribute(
                        Oids.SIGNING_CERTIFICATE_V2,
                        signingCertificate(template.signer().sha256Fingerprint()))));
        return UnsignedTimeStamp.of(
                template, tstInfo, Der.set(attributes.apply(all).toArray(byte[][]::new)), withCertificates);
    }

    byte[] signingCertificate(byte[] fingerprint) {
        byte[] issuer = Der.sequence(Der.context(4, template.signer().tbs().issuer()));
        byte[] serialNumber = Der.integer(template.signer().tbs().serial());
        return Der.sequence(Der.sequence(Der.sequence(Der.octets(fingerprint), Der.sequence(issuer, serialNumber))));
    }

    /** Replaces the attribute of this kind. */
    void replaceAttribute(String oid, byte[] other) {
        byte[] id = Der.oid(oid);
        attributes = all -> {
            List<byte[]> replaced = new ArrayList<>();
            all.forEach(each -> replaced.add(contains(each, id) ? other : each));
            replaced.removeIf(each -> each.length == 0);
            replaced.sort(Arrays::compareUnsigned);
            return replaced;
        };
    }

    private static boolean contains(byte[] attribute, byte[] id) {
        int start = attribute.length > 129 ? 3 : 2;
        return Arrays.equals(Arrays.copyOfRange(attribute, start, start + id.length), id);
    }
}

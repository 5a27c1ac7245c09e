package io.shomei.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A TBSCertificate taken apart once (RFC 5280 4.1.2). Names and times are read when asked for, because a certificate may be
 * wrong in one field and fine in the others.
 *
 * @param version as people count: 3
 * @param signatureAlgorithm the AlgorithmIdentifier in DER
 * @param issuer the Name in DER
 * @param notBefore the Time in DER
 * @param notAfter the Time in DER
 * @param subject the Name in DER
 * @param publicKeyInfo the SubjectPublicKeyInfo in DER
 * @param hasUniqueIdentifiers whether one of the two fields nobody may use is there
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
public record TbsCertificate(
        int version,
        BigInteger serial,
        byte[] signatureAlgorithm,
        byte[] issuer,
        byte[] notBefore,
        byte[] notAfter,
        byte[] subject,
        byte[] publicKeyInfo,
        boolean hasUniqueIdentifiers,
        List<Extension> extensions) {

    public TbsCertificate {
        extensions = List.copyOf(extensions);
    }

    public static TbsCertificate read(byte[] der) throws DerException {
        DerReader outer = new DerReader(der);
        DerReader tbs = outer.sequence();
        outer.requireEnd();
        int version = tbs.nextIs(0xA0) ? version(tbs.enter(0xA0)) : 1;
        BigInteger serial = tbs.integer();
        byte[] algorithm = tbs.element(Der.SEQUENCE);
        byte[] issuer = tbs.element(Der.SEQUENCE);
        DerReader validity = tbs.sequence();
        byte[] notBefore = validity.anyElement();
        byte[] notAfter = validity.anyElement();
        validity.requireEnd();
        byte[] subject = tbs.element(Der.SEQUENCE);
        byte[] publicKeyInfo = tbs.element(Der.SEQUENCE);
        boolean unique = false;
        for (int tag = 0x81; tag <= 0x82; tag++) {
            if (tbs.nextIs(tag)) {
                tbs.element(tag);
                unique = true;
            }
        }
        List<Extension> extensions = tbs.nextIs(0xA3) ? Extension.list(tbs.enter(0xA3)) : List.of();
        tbs.requireEnd();
        return new TbsCertificate(
                version, serial, algorithm, issuer, notBefore, notAfter, subject, publicKeyInfo, unique, extensions);
    }

    public Optional<Extension> extension(String oid) {
        for (Extension extension : extensions) {
            if (extension.oid().equals(oid)) {
                return Optional.of(extension);
            }
        }
        return Optional.empty();
    }

    /** notBefore or notAfter as a moment. */
    public static Instant moment(byte[] time) throws DerException {
        DerReader reader = new DerReader(time);
        Instant moment = reader.time();
        reader.requireEnd();
        return moment;
    }

    private static int version(DerReader reader) throws DerException {
        BigInteger version = reader.integer();
        reader.requireEnd();
        if (version.signum() < 0 || version.bitLength() > 8) {
            throw new DerException("no such version");
        }
        return version.intValue() + 1;
    }
}

package io.shomei.pki;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that is equal in all time stamps of one signer, encoded once. Shaping and assembling a time stamp then only joins
 * bytes (RFC 3161 2.4.2, RFC 5652 5, RFC 5816 2.2).
 */
public final class TimeStampTemplate {
    /** genTime has at most microseconds, which is what clocks and the database keep. */
    public static final int MAX_FRACTION_DIGITS = 6;

    private static final byte[] VERSION_1 = Der.integer(1);
    // RFC 5652 5.1: version 3 where the content is not id-data.
    private static final byte[] VERSION_3 = Der.integer(3);
    private static final byte[] SIGNED_DATA = Der.oid(Oids.SIGNED_DATA);
    private static final byte[] TST_INFO = Der.oid(Oids.TST_INFO);
    private static final byte[] CONTENT_TYPE =
            Der.sequence(Der.oid(Oids.CONTENT_TYPE), Der.set(Der.oid(Oids.TST_INFO)));
    private static final byte[] MESSAGE_DIGEST = Der.oid(Oids.MESSAGE_DIGEST);
    // RFC 5754 3.2: rsaEncryption names the signature together with the digest algorithm; every reader knows it.
    private static final byte[] RSA_ENCRYPTION = Der.sequence(Der.oid(Oids.RSA), Der.nullElement());
    private static final byte[] NOTHING = {};

    private final CertificateDer signer;
    private final SignatureScheme scheme;
    private final HashAlgorithm digest;
    private final byte[] signingCertificate;
    private final byte[] digestAlgorithms;
    private final byte[] certificates;
    private final byte[] signerInfoStart;
    private final byte[] signatureAlgorithm;

    /**
     * @param intermediates the authorities between signer and root, which go with the signer's certificate
     */
    public TimeStampTemplate(CertificateDer signer, List<CertificateDer> intermediates, SignatureScheme scheme) {
        this.signer = signer;
        this.scheme = scheme;
        this.digest = HashAlgorithm.of(scheme);
        this.signingCertificate = signingCertificate(signer);
        this.digestAlgorithms = Der.set(digest.algorithmIdentifier());
        this.certificates = certificates(signer, intermediates);
        byte[] issuerAndSerial =
                Der.sequence(signer.tbs().issuer(), Der.integer(signer.serial().value()));
        this.signerInfoStart = Der.join(List.of(VERSION_1, issuerAndSerial, digest.algorithmIdentifier()));
        this.signatureAlgorithm = switch (scheme) {
            case SHA256_WITH_RSA, SHA384_WITH_RSA -> RSA_ENCRYPTION;
            case ECDSA_WITH_SHA256, ECDSA_WITH_SHA384, ED25519, ML_DSA_65 -> scheme.algorithmIdentifier();
        };
    }

    public CertificateDer signer() {
        return signer;
    }

    public SignatureScheme scheme() {
        return scheme;
    }

    /**
     * Answers a request: imprint and nonce are the request's own.
     *
     * @param accuracy whole microseconds
     * @param fractionDigits how exactly the time is written, 0 to 6
     */
    public UnsignedTimeStamp shape(
            TimeStampRequest request,
            String policy,
            SerialNumber serial,
            Instant time,
            int fractionDigits,
            Duration accuracy) {
        byte[] tstInfo = Der.sequence(
                VERSION_1,
                Der.oid(policy),
                request.imprint().encoded(),
                Der.integer(serial.value()),
                Der.generalizedTime(time, fractionDigits),
                TstInfo.Accuracy.of(accuracy).encoded(),
                request.nonce() == null ? NOTHING : Der.integer(request.nonce()));
        return new UnsignedTimeStamp(this, tstInfo, attributes(tstInfo), request.certificateWanted());
    }

    /** The attributes that are signed, in the order of DER (X.690 11.6): the shortest first. */
    private byte[] attributes(byte[] tstInfo) {
        byte[] messageDigest = Der.sequence(MESSAGE_DIGEST, Der.set(Der.octets(digest.digest(tstInfo))));
        return Der.set(CONTENT_TYPE, messageDigest, signingCertificate);
    }

    /** The token: ContentInfo with SignedData. */
    byte[] assemble(UnsignedTimeStamp unsigned, byte[] signature) {
        byte[] attributes = unsigned.sharedAttributes().clone();
        // RFC 5652 5.4: signed as SET OF, carried as [0] IMPLICIT.
        attributes[0] = (byte) 0xA0;
        byte[] signerInfo = Der.sequence(signerInfoStart, attributes, signatureAlgorithm, Der.octets(signature));
        byte[] content = Der.sequence(TST_INFO, Der.context(0, Der.octets(unsigned.sharedTstInfo())));
        byte[] signedData = Der.sequence(
                VERSION_3,
                digestAlgorithms,
                content,
                unsigned.withCertificates() ? certificates : NOTHING,
                Der.set(signerInfo));
        return Der.sequence(SIGNED_DATA, Der.context(0, signedData));
    }

    /** RFC 5816 2.2.1, RFC 5035 4: ESSCertIDv2 with SHA-256, which is the default and so not written. */
    private static byte[] signingCertificate(CertificateDer signer) {
        byte[] directoryName = Der.context(4, signer.tbs().issuer());
        byte[] issuerSerial = Der.sequence(
                Der.sequence(directoryName), Der.integer(signer.serial().value()));
        byte[] certificateId = Der.sequence(Der.octets(signer.sha256Fingerprint()), issuerSerial);
        return Der.sequence(Der.oid(Oids.SIGNING_CERTIFICATE_V2), Der.set(Der.sequence(Der.sequence(certificateId))));
    }

    /** CertificateSet, sorted as DER wants a SET OF. */
    private static byte[] certificates(CertificateDer signer, List<CertificateDer> intermediates) {
        List<byte[]> all = new ArrayList<>();
        all.add(signer.encoded());
        intermediates.forEach(each -> all.add(each.encoded()));
        all.sort(Arrays::compareUnsigned);
        return Der.context(0, all.toArray(byte[][]::new));
    }
}

package io.shomei.pki;

import java.time.Duration;
import java.time.Instant;
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
    private static final byte[] TST_INFO = Der.oid(Oids.TST_INFO);
    private static final byte[] CONTENT_TYPE =
            Der.sequence(Der.oid(Oids.CONTENT_TYPE), Der.set(Der.oid(Oids.TST_INFO)));
    private static final byte[] NOTHING = {};

    private final CmsSigner signer;

    /**
     * @param intermediates the authorities between signer and root, which go with the signer's certificate
     */
    public TimeStampTemplate(CertificateDer signer, List<CertificateDer> intermediates, SignatureScheme scheme) {
        this.signer = new CmsSigner(signer, intermediates, scheme);
    }

    public CertificateDer signer() {
        return signer.certificate();
    }

    public SignatureScheme scheme() {
        return signer.scheme();
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
        return Der.set(CONTENT_TYPE, signer.messageDigest(tstInfo), signer.signingCertificate());
    }

    /** The token: ContentInfo with SignedData. */
    byte[] assemble(UnsignedTimeStamp unsigned, byte[] signature) {
        byte[] content = Der.sequence(TST_INFO, Der.context(0, Der.octets(unsigned.sharedTstInfo())));
        return signer.signedData(
                VERSION_3, content, unsigned.sharedAttributes(), unsigned.withCertificates(), signature);
    }
}

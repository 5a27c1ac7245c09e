package io.shomei.pki;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A signature that lies beside what it covers: SignedData without the content (RFC 5652 5), as mails carry it (RFC 8551 3.5.3). */
public final class DetachedSignature {
    // RFC 5652 5.1: version 1 where the content is id-data and all certificates are X.509.
    private static final byte[] VERSION_1 = Der.integer(1);
    private static final byte[] NO_CONTENT = Der.sequence(Der.oid(Oids.DATA));
    private static final byte[] CONTENT_TYPE = Der.sequence(Der.oid(Oids.CONTENT_TYPE), Der.set(Der.oid(Oids.DATA)));

    private DetachedSignature() {}

    /**
     * @param at told as the time of signing (RFC 5652 11.3)
     * @param intermediates the authorities between signer and root
     * @param key signs with this scheme
     * @return ContentInfo in DER
     */
    public static byte[] of(
            byte[] content,
            Instant at,
            CertificateDer signer,
            List<CertificateDer> intermediates,
            SignatureScheme scheme,
            UnaryOperator<byte[]> key) {
        CmsSigner cms = new CmsSigner(signer, intermediates, scheme);
        // In the order of DER (X.690 11.6): the shortest first.
        byte[] attributes = Der.set(
                CONTENT_TYPE,
                Der.sequence(Der.oid(Oids.SIGNING_TIME), Der.set(Der.time(at))),
                cms.messageDigest(content),
                cms.signingCertificate());
        return cms.signedData(VERSION_1, NO_CONTENT, attributes, true, key.apply(attributes));
    }
}

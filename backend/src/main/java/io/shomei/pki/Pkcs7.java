package io.shomei.pki;

import java.util.List;

/** Certificates without anything signed: the degenerate SignedData (RFC 2315 9.1, RFC 5652 5.1, RFC 8551 3.8). */
public final class Pkcs7 {
    private static final byte[] SIGNED_DATA = Der.oid("1.2.840.113549.1.7.2");
    private static final byte[] DATA = Der.oid("1.2.840.113549.1.7.1");

    private Pkcs7() {}

    /** The certificates in the order given, leaf first. */
    public static byte[] certsOnly(List<CertificateDer> certificates) {
        byte[][] encoded = certificates.stream().map(CertificateDer::encoded).toArray(byte[][]::new);
        byte[] signedData =
                Der.sequence(Der.integer(1), Der.set(), Der.sequence(DATA), Der.context(0, encoded), Der.set());
        return Der.sequence(SIGNED_DATA, Der.context(0, signedData));
    }

    public static String certsOnlyPem(List<CertificateDer> certificates) {
        return CertificateDer.pem("PKCS7", certsOnly(certificates));
    }
}

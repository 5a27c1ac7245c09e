package io.shomei.pki;

/** A TBSCertificate waiting for its lints and then its signature. {@link CertificateTemplate} makes it. */
public final class UnsignedCertificate {
    private final byte[] encoded;

    private UnsignedCertificate(byte[] encoded) {
        this.encoded = encoded;
    }

    /** Any bytes: nothing is promised about them until they were linted. */
    public static UnsignedCertificate ofDer(byte[] tbsCertificate) {
        return new UnsignedCertificate(tbsCertificate.clone());
    }

    static UnsignedCertificate owning(byte[] tbsCertificate) {
        return new UnsignedCertificate(tbsCertificate);
    }

    /** The bytes that are signed. */
    public byte[] encoded() {
        return encoded.clone();
    }

    public TbsCertificate read() throws DerException {
        return TbsCertificate.read(encoded);
    }

    /** For a person who wants to see what would be signed. The serial number stands for one that is chosen then. */
    public String text() throws DerException {
        return CertificateText.of(read());
    }

    byte[] sharedEncoding() {
        return encoded;
    }
}

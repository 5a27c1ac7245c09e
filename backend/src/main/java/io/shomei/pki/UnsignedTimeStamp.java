package io.shomei.pki;

/**
 * A time stamp waiting for its lints and then its signature. {@link TimeStampTemplate} makes it; nothing is promised about its
 * bytes until they were linted.
 */
public final class UnsignedTimeStamp {
    private final TimeStampTemplate template;
    private final byte[] tstInfo;
    private final byte[] attributes;
    private final boolean withCertificates;

    /**
     * @param tstInfo TSTInfo in DER
     * @param attributes SET OF Attribute in DER
     */
    UnsignedTimeStamp(TimeStampTemplate template, byte[] tstInfo, byte[] attributes, boolean withCertificates) {
        this.template = template;
        this.tstInfo = tstInfo;
        this.attributes = attributes;
        this.withCertificates = withCertificates;
    }

    /** As a template would shape it, from any bytes. */
    public static UnsignedTimeStamp of(
            TimeStampTemplate template, byte[] tstInfo, byte[] attributes, boolean withCertificates) {
        return new UnsignedTimeStamp(template, tstInfo.clone(), attributes.clone(), withCertificates);
    }

    public CertificateDer signer() {
        return template.signer();
    }

    public SignatureScheme scheme() {
        return template.scheme();
    }

    /** TSTInfo in DER. */
    public byte[] tstInfo() {
        return tstInfo.clone();
    }

    /** The signed attributes as they are signed: SET OF Attribute in DER (RFC 5652 5.4). */
    public byte[] toBeSigned() {
        return attributes.clone();
    }

    /** Whether the signer's certificate and those above it go with it. */
    public boolean withCertificates() {
        return withCertificates;
    }

    /**
     * The time-stamp token.
     *
     * @param signature of {@link #toBeSigned()}, by the signer's key with {@link #scheme()}
     */
    public byte[] assemble(byte[] signature) {
        return template.assemble(this, signature);
    }

    byte[] sharedTstInfo() {
        return tstInfo;
    }

    byte[] sharedAttributes() {
        return attributes;
    }
}

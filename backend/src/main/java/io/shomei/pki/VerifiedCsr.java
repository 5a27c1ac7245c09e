package io.shomei.pki;

import java.util.List;

/** Proof that a certificate request was checked: only {@link CsrCheck} makes one. */
public final class VerifiedCsr {
    private final DistinguishedName subject;
    private final byte[] publicKeyInfo;
    private final KeySpec keySpec;
    private final List<String> requestedDnsNames;

    VerifiedCsr(DistinguishedName subject, byte[] publicKeyInfo, KeySpec keySpec, List<String> requestedDnsNames) {
        this.subject = subject;
        this.publicKeyInfo = publicKeyInfo;
        this.keySpec = keySpec;
        this.requestedDnsNames = List.copyOf(requestedDnsNames);
    }

    public DistinguishedName subject() {
        return subject;
    }

    /** The SubjectPublicKeyInfo in DER. */
    public byte[] publicKeyInfo() {
        return publicKeyInfo.clone();
    }

    public KeySpec keySpec() {
        return keySpec;
    }

    /** SHA-256 of the SubjectPublicKeyInfo: the same key, whatever it is wrapped in. */
    public byte[] keyFingerprint() {
        return Digests.sha256(publicKeyInfo);
    }

    /** The dNSNames it asks for, as they stand: nobody has checked them. */
    public List<String> requestedDnsNames() {
        return requestedDnsNames;
    }
}

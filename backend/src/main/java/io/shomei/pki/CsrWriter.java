package io.shomei.pki;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes certificate requests (PKCS#10, RFC 2986) for keys of our own that somebody else is to certify. */
public final class CsrWriter {
    private CsrWriter() {}

    /**
     * A request for an authority that issues to subscribers and has no authority below it. It asks for what we need; what the issuer
     * grants is checked when its certificate comes (RFC 2985 5.4.2).
     *
     * @param signer signs with the key of publicKeyInfo, by the scheme
     */
    public static byte[] authority(
            DistinguishedName subject, byte[] publicKeyInfo, SignatureScheme scheme, UnaryOperator<byte[]> signer) {
        byte[] usages = Der.namedBits(Set.of(KeyUsage.KEY_CERT_SIGN.bit(), KeyUsage.CRL_SIGN.bit()));
        List<Extension> wanted = List.of(
                new Extension(Oids.SUBJECT_KEY_IDENTIFIER, false, Der.octets(KeyIdentifier.of(publicKeyInfo))),
                new Extension(Oids.KEY_USAGE, true, usages),
                new Extension(Oids.BASIC_CONSTRAINTS, true, Der.sequence(Der.bool(true), Der.integer(0))));
        return write(subject, publicKeyInfo, wanted, scheme, signer);
    }

    private static byte[] write(
            DistinguishedName subject,
            byte[] publicKeyInfo,
            List<Extension> wanted,
            SignatureScheme scheme,
            UnaryOperator<byte[]> signer) {
        byte[] extensions = Der.sequence(wanted.stream().map(Extension::encoded).toArray(byte[][]::new));
        byte[] attribute = Der.sequence(Der.oid(Oids.EXTENSION_REQUEST), Der.set(extensions));
        byte[] info = Der.sequence(Der.integer(0), subject.sharedEncoding(), publicKeyInfo, Der.context(0, attribute));
        return Der.sequence(info, scheme.algorithmIdentifier(), Der.bits(signer.apply(info)));
    }
}

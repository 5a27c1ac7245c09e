package io.shomei.pki;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is equal in everything that one signer signs as SignedData, encoded once (RFC 5652 5, RFC 5816 2.2). */
final class CmsSigner {
    private static final byte[] VERSION_1 = Der.integer(1);
    private static final byte[] SIGNED_DATA = Der.oid(Oids.SIGNED_DATA);
    private static final byte[] MESSAGE_DIGEST = Der.oid(Oids.MESSAGE_DIGEST);
    // RFC 5754 3.2: rsaEncryption names the signature together with the digest algorithm; every reader knows it.
    private static final byte[] RSA_ENCRYPTION = Der.sequence(Der.oid(Oids.RSA), Der.nullElement());
    private static final byte[] NOTHING = {};

    private final CertificateDer certificate;
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
    CmsSigner(CertificateDer certificate, List<CertificateDer> intermediates, SignatureScheme scheme) {
        this.certificate = certificate;
        this.scheme = scheme;
        this.digest = HashAlgorithm.of(scheme);
        this.signingCertificate = signingCertificate(certificate);
        this.digestAlgorithms = Der.set(digest.algorithmIdentifier());
        this.certificates = certificates(certificate, intermediates);
        byte[] issuerAndSerial = Der.sequence(
                certificate.tbs().issuer(), Der.integer(certificate.serial().value()));
        this.signerInfoStart = Der.join(List.of(VERSION_1, issuerAndSerial, digest.algorithmIdentifier()));
        this.signatureAlgorithm = switch (scheme) {
            case SHA256_WITH_RSA, SHA384_WITH_RSA -> RSA_ENCRYPTION;
            case ECDSA_WITH_SHA256, ECDSA_WITH_SHA384, ED25519, ML_DSA_65 -> scheme.algorithmIdentifier();
        };
    }

    CertificateDer certificate() {
        return certificate;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    /** The attribute that names the signer's certificate. */
    byte[] signingCertificate() {
        return signingCertificate;
    }

    /** The attribute that names the content. */
    byte[] messageDigest(byte[] content) {
        return Der.sequence(MESSAGE_DIGEST, Der.set(Der.octets(digest.digest(content))));
    }

    /**
     * ContentInfo with SignedData.
     *
     * @param content EncapsulatedContentInfo
     * @param attributes SET OF Attribute in DER, as it was signed
     */
    byte[] signedData(byte[] version, byte[] content, byte[] attributes, boolean withCertificates, byte[] signature) {
        byte[] carried = attributes.clone();
        // RFC 5652 5.4: signed as SET OF, carried as [0] IMPLICIT.
        carried[0] = (byte) 0xA0;
        byte[] signerInfo = Der.sequence(signerInfoStart, carried, signatureAlgorithm, Der.octets(signature));
        byte[] signedData = Der.sequence(
                version, digestAlgorithms, content, withCertificates ? certificates : NOTHING, Der.set(signerInfo));
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

package io.shomei.pki;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that is equal in all answers of one OCSP signer, encoded once (RFC 6960 4.2.1). */
public final class OcspResponseTemplate {
    private static final byte[] SUCCESSFUL = Der.enumerated(0);
    private static final byte[] BASIC = Der.oid(Oids.OCSP_BASIC);
    private static final byte[] NOTHING = {};

    private final byte[] responder;
    private final byte[] algorithm;
    private final byte[] certificates;

    /** The signer's certificate goes with every answer; the relying party has its issuer's already (RFC 5019 2.2.2). */
    public OcspResponseTemplate(CertificateDer signer, SignatureScheme scheme) {
        // RFC 5019 2.2.1: named by key, which is shorter than a name and cannot be mistaken.
        this.responder = Der.context(2, Der.octets(keyHash(signer)));
        this.algorithm = scheme.algorithmIdentifier();
        this.certificates = Der.context(0, Der.sequence(signer.encoded()));
    }

    /** RFC 6960 4.2.1, KeyHash: SHA-1, whatever else is used. */
    public static byte[] keyHash(CertificateDer signer) {
        return HashAlgorithm.SHA1.digest(IssuerHash.key(signer));
    }

    /** What is to be signed: the answers in this order, and the nonce where the request had one. */
    public UnsignedOcspResponse shape(Instant producedAt, List<SingleOcspResponse> answers, Optional<OcspNonce> nonce) {
        byte[][] singles = new byte[answers.size()][];
        for (int i = 0; i < singles.length; i++) {
            singles[i] = answers.get(i).encoded();
        }
        return UnsignedOcspResponse.owning(Der.sequence(
                responder,
                Der.generalizedTime(producedAt),
                Der.sequence(singles),
                nonce.isEmpty()
                        ? NOTHING
                        : Der.context(1, Der.sequence(nonce.get().extension().encoded()))));
    }

    /** Puts the signature to what was signed: the whole OCSPResponse. */
    public byte[] assemble(UnsignedOcspResponse tbs, byte[] signature) {
        byte[] basic = Der.sequence(tbs.sharedEncoding(), algorithm, Der.bits(signature), certificates);
        return Der.sequence(SUCCESSFUL, Der.context(0, Der.sequence(BASIC, Der.octets(basic))));
    }
}

package io.shomei.lint.ocsp;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Extension;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.IssuerHash;
import io.shomei.pki.OcspResponseTemplate;
import io.shomei.pki.Oids;
import io.shomei.pki.SignatureScheme;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who signs answers, and for whom: an OCSP signer's certificate and its issuer's, read once for all answers. */
public final class OcspDelegation {
    private final CertificateDer signer;
    private final SignatureScheme scheme;
    private final Set<IssuerHash> issuer;
    private final byte[] keyHash;
    private final boolean authorised;

    private OcspDelegation(CertificateDer signer, CertificateDer issuer, SignatureScheme scheme) {
        this.signer = signer;
        this.scheme = scheme;
        this.issuer = hashes(issuer);
        this.keyHash = OcspResponseTemplate.keyHash(signer);
        this.authorised = isAuthorised(signer, issuer);
    }

    public static OcspDelegation of(CertificateDer signer, CertificateDer issuer, SignatureScheme scheme) {
        return new OcspDelegation(signer, issuer, scheme);
    }

    /** Every way in which a request may name an issuer. */
    public static Set<IssuerHash> hashes(CertificateDer issuer) {
        Set<IssuerHash> hashes = new HashSet<>();
        for (HashAlgorithm algorithm : HashAlgorithm.values()) {
            hashes.add(IssuerHash.of(algorithm, issuer));
        }
        return hashes;
    }

    /** Whether certificates that a request names by this hash are the signer's to speak of. */
    public boolean covers(IssuerHash hash) {
        return issuer.contains(hash);
    }

    CertificateDer signer() {
        return signer;
    }

    SignatureScheme scheme() {
        return scheme;
    }

    boolean isNamedBy(byte[] responderKey) {
        return Arrays.equals(keyHash, responderKey);
    }

    boolean isAuthorised() {
        return authorised;
    }

    /** RFC 6960 4.2.2.2: issued by the very key that issued the certificates, for this purpose. */
    private static boolean isAuthorised(CertificateDer signer, CertificateDer issuer) {
        try {
            signer.toX509().verify(issuer.publicKey());
            return Arrays.equals(signer.tbs().issuer(), issuer.tbs().subject())
                    && purposes(signer).contains(ExtendedKeyUsage.OCSP_SIGNING.oid())
                    && signer.tbs().extension(Oids.OCSP_NO_CHECK).isPresent();
        } catch (GeneralSecurityException | DerException notIssuedByIt) {
            return false;
        }
    }

    private static List<String> purposes(CertificateDer signer) throws DerException {
        Optional<Extension> extension = signer.tbs().extension(Oids.EXTENDED_KEY_USAGE);
        if (extension.isEmpty()) {
            return List.of();
        }
        DerReader list = extension.get().reader().sequence();
        List<String> purposes = new ArrayList<>();
        while (!list.atEnd()) {
            purposes.add(list.oid());
        }
        return purposes;
    }
}

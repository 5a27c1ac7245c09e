package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.security.KeyPair;
import java.util.List;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** A certificate request that is to prove who has a key. What proves it here, Bouncy Castle finds signed by that key. */
public final class KeyPossessionFuzz implements FuzzTarget {
    private static final String TEXT = "shomei-proof-0123456789";
    private static final KeyPair KEY = Fixtures.key("proof", KeySpec.P256);
    private static final KeyFingerprint FINGERPRINT =
            KeyFingerprint.of(KEY.getPublic().getEncoded());
    private static final byte[] ALGORITHM = SignatureScheme.ECDSA_WITH_SHA256.algorithmIdentifier();

    @Override
    public List<byte[]> seeds() {
        byte[] password = Der.sequence(Der.oid(Oids.CHALLENGE_PASSWORD), Der.set(Der.utf8(TEXT)));
        byte[] info = Der.sequence(
                Der.integer(0), Fixtures.SERVER_NAME.encoded(), KEY.getPublic().getEncoded(), Der.context(0, password));
        byte[] signature = SignatureScheme.ECDSA_WITH_SHA256.sign(KEY.getPrivate(), info);
        return List.of(
                Fixtures.csr(KEY, "SHA256withECDSA", ALGORITHM, DistinguishedName.parse("CN=" + TEXT)),
                Der.sequence(info, ALGORITHM, Der.bits(signature)),
                Fixtures.csr(KEY, "SHA256withECDSA", ALGORITHM, Fixtures.SERVER_NAME));
    }

    @Override
    public void take(byte[] input) throws Exception {
        if (KeyPossession.byCsr(input, FINGERPRINT, TEXT) == KeyPossession.PROVEN) {
            PKCS10CertificationRequest other = new PKCS10CertificationRequest(input);
            assertThat(other.getSubjectPublicKeyInfo().getEncoded())
                    .isEqualTo(KEY.getPublic().getEncoded());
            assertThat(other.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .setProvider(CryptoProvider.bouncyCastle())
                            .build(KEY.getPublic())))
                    .isTrue();
        }
    }
}

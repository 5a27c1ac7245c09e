package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** A certificate request. What is found good, Bouncy Castle finds good, too, with the same name and key. */
public final class CsrFuzz implements FuzzTarget {
    private static final Set<KeySpec> ALL = EnumSet.allOf(KeySpec.class);

    @Override
    public List<byte[]> seeds() {
        return List.of(
                Fixtures.csr(KeySpec.P256),
                Fixtures.csr(KeySpec.RSA_2048),
                Fixtures.csr(KeySpec.ED25519),
                Fixtures.csr(KeySpec.ML_DSA_65));
    }

    @Override
    public void take(byte[] input) throws IOException, OperatorException, PKCSException {
        switch (CsrCheck.ofDer(input, ALL)) {
            case CsrCheck.Bad bad -> assertThat(bad.faults()).isNotEmpty().doesNotHaveDuplicates();
            case CsrCheck.Good(VerifiedCsr csr) -> compare(csr, input);
        }
    }

    static void compare(VerifiedCsr csr, byte[] der) throws IOException, OperatorException, PKCSException {
        PKCS10CertificationRequest other = new PKCS10CertificationRequest(der);
        assertThat(csr.subject().encoded()).isEqualTo(other.getSubject().getEncoded());
        assertThat(csr.publicKeyInfo())
                .isEqualTo(other.getSubjectPublicKeyInfo().getEncoded());
        assertThat(other.isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(CryptoProvider.bouncyCastle())
                        .build(other.getSubjectPublicKeyInfo())))
                .isTrue();
    }
}

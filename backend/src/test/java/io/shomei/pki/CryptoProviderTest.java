package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CryptoProviderTest {
    private static final byte[] DATA = {1, 2, 3};

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384", "ED25519", "ML_DSA_65"})
    void withoutCorrettoEverythingIsDoneAllTheSame(KeySpec spec) throws Exception {
        Provider other = CryptoProvider.of(spec.family(), false);
        KeyPair key = spec.generate(other, Fixtures.ENTROPY);
        SignatureScheme scheme = SignatureScheme.forKey(spec);
        byte[] signature = scheme.sign(other, key.getPrivate(), DATA);
        assertThat(scheme.verify(CryptoProvider.adopt(key.getPublic()), DATA, signature))
                .isTrue();
        KeyPair ours = Fixtures.key("server", spec);
        byte[] signed = scheme.sign(ours.getPrivate(), DATA);
        assertThat(SignatureScheme.verify(other, scheme.jcaName(), ours.getPublic(), DATA, signed))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384", "ED25519", "ML_DSA_65"})
    void oneKeySignsForManyThreadsAtOnce(KeySpec spec) {
        KeyPair key = Fixtures.key("server", spec);
        PrivateKey signer = CryptoProvider.adopt(key.getPrivate());
        SignatureScheme scheme = SignatureScheme.forKey(spec);
        Set<Boolean> right = Set.copyOf(IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8)})
                .map(data -> scheme.verify(key.getPublic(), data, scheme.sign(signer, data)))
                .toList());
        assertThat(right).containsExactly(true);
    }

    @Test
    void postQuantumWorkIsBouncyCastles() {
        assertThat(CryptoProvider.of("ML-DSA-65", true)).isSameAs(CryptoProvider.bouncyCastle());
        assertThat(CryptoProvider.of("EC", false)).isSameAs(CryptoProvider.bouncyCastle());
        assertThat(CryptoProvider.of("EC", true).getName()).isEqualTo("AmazonCorrettoCryptoProvider");
    }
}

package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Pkcs12Test {

    @ParameterizedTest
    @EnumSource(
            value = KeySpec.class,
            names = {"RSA_2048", "P256", "P384", "ED25519"})
    void theJdkOpensIt(KeySpec spec) throws Exception {
        for (Pkcs12.Profile profile : Pkcs12.Profile.values()) {
            byte[] file = write(profile, Fixtures.key("server", spec).getPrivate(), spec, "a-password");
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), "a-password".toCharArray());
            assertThat(store.size()).isEqualTo(1);
            assertThat(store.containsAlias("山田 太郎")).isTrue();
            assertThat(store.getCertificateChain("山田 太郎")).hasSize(2);
            PrivateKey key = (PrivateKey) store.getKey("山田 太郎", "a-password".toCharArray());
            SignatureScheme scheme = SignatureScheme.forKey(spec);
            byte[] probe = {1, 2, 3};
            assertThat(scheme.verify(
                            store.getCertificate("山田 太郎").getPublicKey(),
                            probe,
                            scheme.sign(CryptoProvider.adopt(key), probe)))
                    .isTrue();
        }
    }

    @Test
    void aKeyOfAnotherProviderIsWrittenToo() throws Exception {
        byte[] encoded = Fixtures.key("server", KeySpec.P256).getPrivate().getEncoded();
        for (String provider : List.of("SunEC", "BC")) {
            KeyFactory factory = provider.equals("BC")
                    ? KeyFactory.getInstance("EC", CryptoProvider.bouncyCastle())
                    : KeyFactory.getInstance("EC", provider);
            PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            assertThat(write(Pkcs12.Profile.MODERN, key, KeySpec.P256, "p")).isNotEmpty();
        }
    }

    @Test
    void aKeyThatIsNotTheCertificatesIsRefused() {
        for (KeySpec spec : List.of(KeySpec.P256, KeySpec.RSA_2048)) {
            PrivateKey other = Fixtures.key("other", spec).getPrivate();
            assertThatThrownBy(() -> write(Pkcs12.Profile.MODERN, other, spec, "p"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aPasswordIsPrintableAscii() {
        PrivateKey key = Fixtures.key("server", KeySpec.P256).getPrivate();
        assertThatThrownBy(() -> write(Pkcs12.Profile.MODERN, key, KeySpec.P256, "パスワード"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> write(Pkcs12.Profile.MODERN, key, KeySpec.P256, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] write(Pkcs12.Profile profile, PrivateKey key, KeySpec spec, String password) {
        return Pkcs12.write(
                profile,
                Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD,
                key,
                List.of(Fixtures.server(spec, spec), Fixtures.issuer(spec)),
                "山田 太郎",
                password.toCharArray(),
                Fixtures.ENTROPY);
    }
}

package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.util.List;

/** What names a compromised key: PEM of what holds it, or its digest. A private key is told from everything else. */
public final class KeyTextFuzz implements FuzzTarget {

    @Override
    public List<byte[]> seeds() {
        byte[] info = Fixtures.key("server", KeySpec.P256).getPublic().getEncoded();
        return List.of(
                FuzzTarget.bytes(Fixtures.server(KeySpec.P256, KeySpec.P256).pem()),
                FuzzTarget.bytes(CertificateDer.pem("PUBLIC KEY", info)),
                FuzzTarget.bytes(CertificateDer.pem("CERTIFICATE REQUEST", Fixtures.csr(KeySpec.P256))),
                FuzzTarget.bytes("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----"),
                FuzzTarget.bytes(KeyFingerprint.of(info).hex().replaceAll("(..)", ":$1")));
    }

    @Override
    public void take(byte[] input) {
        String text = FuzzTarget.text(input);
        switch (KeyText.read(text)) {
            case KeyText.Key(byte[] info) ->
                assertThat(KeyText.read(CertificateDer.pem("PUBLIC KEY", info)))
                        .isInstanceOfSatisfying(
                                KeyText.Key.class,
                                again -> assertThat(again.publicKeyInfo()).isEqualTo(info));
            case KeyText.Fingerprint(KeyFingerprint fingerprint) ->
                assertThat(KeyFingerprint.ofDigest(fingerprint.octets())).isEqualTo(fingerprint);
            case KeyText.PrivateKey privateKey -> assertThat(text).contains("PRIVATE KEY");
            case KeyText.Other other -> assertThat(text).doesNotContain("-----BEGIN PRIVATE KEY");
        }
    }
}

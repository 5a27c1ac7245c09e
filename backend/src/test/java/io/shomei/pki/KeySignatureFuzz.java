package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;

/**
 * A signature that is to prove who has a key, and the key it is to be of: two octets with the length of the signature, the
 * signature, the key. A key that was sent may be any nonsense; for the right key only its own signature is right.
 */
public final class KeySignatureFuzz implements FuzzTarget {
    private static final String TEXT = "shomei-proof-0123456789";
    private static final List<KeySpec> SPECS =
            List.of(KeySpec.P256, KeySpec.RSA_2048, KeySpec.ED25519, KeySpec.ML_DSA_65);

    @Override
    public List<byte[]> seeds() {
        return SPECS.stream()
                .map(spec -> {
                    KeyPair key = Fixtures.key("proof", spec);
                    byte[] signature =
                            SignatureScheme.forKey(spec).sign(key.getPrivate(), FuzzTarget.bytes(TEXT + "\n"));
                    return Der.join(List.of(
                            new byte[] {(byte) (signature.length >> 8), (byte) signature.length},
                            signature,
                            key.getPublic().getEncoded()));
                })
                .toList();
    }

    @Override
    public void take(byte[] input) {
        int length = input.length < 2 ? 0 : (input[0] & 0xFF) << 8 | (input[1] & 0xFF);
        int signatureEnd = Math.min(input.length, 2 + length);
        byte[] signature =
                Arrays.copyOfRange(input, Math.min(2, input.length), Math.max(signatureEnd, Math.min(2, input.length)));
        byte[] key = Arrays.copyOfRange(input, signatureEnd, input.length);
        KeyPossession possession = KeyPossession.bySignature(signature, key, TEXT);
        assertThat(possession).isIn(KeyPossession.PROVEN, KeyPossession.UNREADABLE, KeyPossession.SIGNATURE_WRONG);
        if (possession == KeyPossession.PROVEN) {
            assertThat(KeyPossession.bySignature(signature, key, TEXT + "x")).isEqualTo(KeyPossession.SIGNATURE_WRONG);
        }
    }
}

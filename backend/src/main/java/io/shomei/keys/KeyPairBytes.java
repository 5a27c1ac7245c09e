package io.shomei.keys;

import io.shomei.pki.CryptoProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** What an opened key file holds: the algorithm, the private key (PKCS #8) and the public one (SubjectPublicKeyInfo). */
final class KeyPairBytes {
    private KeyPairBytes() {}

    static byte[] write(KeyPair pair) {
        var bytes = new ByteArrayOutputStream(2048);
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(CryptoProvider.family(pair.getPublic().getAlgorithm()));
            write(out, pair.getPrivate().getEncoded());
            write(out, pair.getPublic().getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static KeyPair read(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            KeyFactory factory = CryptoProvider.keyFactory(in.readUTF());
            byte[] privateKey = in.readNBytes(in.readInt());
            byte[] publicKey = in.readNBytes(in.readInt());
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(publicKey)),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key file holds no key", e);
        }
    }

    private static void write(DataOutputStream out, byte[] encoded) throws IOException {
        out.writeInt(encoded.length);
        out.write(encoded);
    }
}

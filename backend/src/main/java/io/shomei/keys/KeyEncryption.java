package io.shomei.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts small secrets under the key-encryption key: AES-256-GCM with a random nonce (NIST SP 800-38D 8.2.2) and the secret's
 * name as associated data, so that one file cannot be put in another's place.
 */
public final class KeyEncryption {
    static final int KEY_OCTETS = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_OCTETS = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey wrapping;
    private final SecretKey derivation;
    private final SecureRandom entropy;

    KeyEncryption(byte[] keyEncryptionKey, SecureRandom entropy) {
        if (keyEncryptionKey.length != KEY_OCTETS) {
            throw new IllegalStateException("the key-encryption key has 32 octets");
        }
        // One key, one use: the file holds the root, from which each use derives its own.
        SecretKey root = new SecretKeySpec(keyEncryptionKey, "Generic");
        this.wrapping = new SecretKeySpec(expand(root, "shomei key wrapping", new byte[0]), "AES");
        this.derivation = new SecretKeySpec(expand(root, "shomei derivation", new byte[0]), "Generic");
        this.entropy = entropy;
    }

    /** Version, nonce, ciphertext and tag. */
    public byte[] wrap(String name, byte[] secret) {
        byte[] nonce = new byte[NONCE_OCTETS];
        entropy.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(secret);
            byte[] out = new byte[1 + NONCE_OCTETS + sealed.length];
            out[0] = VERSION;
            System.arraycopy(nonce, 0, out, 1, NONCE_OCTETS);
            System.arraycopy(sealed, 0, out, 1 + NONCE_OCTETS, sealed.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot wrap " + name, e);
        }
    }

    public byte[] unwrap(String name, byte[] wrapped) {
        if (wrapped.length < 1 + NONCE_OCTETS + TAG_BITS / 8 || wrapped[0] != VERSION) {
            throw new IllegalStateException(name + " is not wrapped in a version this release reads");
        }
        byte[] nonce = Arrays.copyOfRange(wrapped, 1, 1 + NONCE_OCTETS);
        try {
            return cipher(Cipher.DECRYPT_MODE, name, nonce)
                    .doFinal(wrapped, 1 + NONCE_OCTETS, wrapped.length - 1 - NONCE_OCTETS);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException(name + " was changed, or wrapped under another key-encryption key", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot unwrap " + name, e);
        }
    }

    /** Makes a key for whatever belongs together, wrapped under this one; {@link #open} takes it into use. */
    public byte[] makeKey(String name) {
        byte[] key = new byte[KEY_OCTETS];
        entropy.nextBytes(key);
        byte[] wrapped = wrap(name, key);
        Arrays.fill(key, (byte) 0);
        return wrapped;
    }

    /** Encrypts under a key that {@link #makeKey} made under this name. */
    public KeyEncryption open(String name, byte[] wrapped) {
        byte[] key = unwrap(name, wrapped);
        KeyEncryption opened = new KeyEncryption(key, entropy);
        Arrays.fill(key, (byte) 0);
        return opened;
    }

    /** 32 octets that belong to this purpose and context alone (RFC 5869). */
    public byte[] derive(String purpose, byte[] context) {
        return expand(derivation, purpose, context);
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, wrapping, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] expand(SecretKey key, String purpose, byte[] context) {
        byte[] label = purpose.getBytes(StandardCharsets.UTF_8);
        // A zero octet ends the purpose, so that no purpose and context read like another pair.
        byte[] info = Arrays.copyOf(label, label.length + 1 + context.length);
        System.arraycopy(context, 0, info, label.length + 1, context.length);
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(info, KEY_OCTETS));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

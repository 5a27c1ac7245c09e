package io.shomei.keys;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.CertificateTemplate;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SerialNumber;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.UnsignedCertificate;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Keys in a token of an HSM, made there and never extractable, by Java's PKCS#11 provider. That provider finds a private key by the
 * certificate beside it, so each key has one with its name as label: it holds the public key, is signed by a key that is thrown
 * away, and is believed by nobody.
 */
final class HsmVault implements KeyVault {
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
    private static final int PROBE_OCTETS = 8;
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HsmToken token;
    private final Path lock;
    private final SecureRandom entropy;

    private HsmVault(HsmToken token, Path lock, SecureRandom entropy) {
        this.token = token;
        this.lock = lock;
        this.entropy = entropy;
    }

    /**
     * Keys in the token that the configuration names. To open it is to read it, which disturbs who is writing.
     *
     * @param directory shared by all processes that share the token, so that they make a key of one name once
     * @throws IllegalStateException with a sentence for the operator
     */
    static HsmVault open(Pkcs11Config config, Path directory, SecureRandom entropy) {
        Path lock = directory.resolve("hsm.lock");
        AtomicReference<HsmVault> opened = new AtomicReference<>();
        KeyFiles.exclusively(lock, () -> opened.set(new HsmVault(HsmToken.open(config), lock, entropy)));
        return opened.get();
    }

    @Override
    public synchronized boolean holds(String name) {
        // A key that another process is about to make has more than one object in the token: it is there whole, or not
        // yet.
        AtomicBoolean held = new AtomicBoolean();
        KeyFiles.exclusively(lock, () -> held.set(isThere(name)));
        return held.get();
    }

    private boolean isThere(String name) {
        try {
            // Another process may have made or destroyed it since.
            token.reload();
            requireUnique(name);
            return token.store().isKeyEntry(name);
        } catch (GeneralSecurityException e) {
            throw failed("looked into", e);
        }
    }

    @Override
    public synchronized Optional<SigningKey> find(String name) {
        // Read under the lock, too: tokens show objects twice while somebody else is changing them.
        AtomicReference<Optional<SigningKey>> found = new AtomicReference<>(Optional.empty());
        KeyFiles.exclusively(lock, () -> {
            for (int left = ATTEMPTS; left > 0 && isThere(name) && found.get().isEmpty(); left--) {
                found.set(read(name, left == 1));
            }
        });
        return found.get();
    }

    /**
     * A token shows an object twice for a moment while it forgets those of other sessions; a little later it does not.
     *
     * @param isLast whether it counts that the key cannot be read
     */
    private Optional<SigningKey> read(String name, boolean isLast) {
        try {
            return Optional.of(new HsmSigningKey(
                    token.provider(),
                    (PrivateKey) token.store().getKey(name, null),
                    token.store().getCertificate(name).getPublicKey()));
        } catch (GeneralSecurityException | ProviderException e) {
            if (isLast) {
                throw failed("read", e);
            }
            pause();
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean makes(KeySpec spec) {
        return token.provider().getService("KeyPairGenerator", spec.family()) != null;
    }

    @Override
    public synchronized void make(String name, KeySpec spec) {
        KeyFiles.exclusively(lock, () -> {
            if (!isThere(name)) {
                keep(name, generate(spec));
            }
        });
    }

    @Override
    public synchronized void remove(String name) {
        KeyFiles.exclusively(lock, () -> {
            try {
                if (isThere(name)) {
                    token.store().deleteEntry(name);
                }
            } catch (GeneralSecurityException e) {
                throw failed("changed", e);
            }
        });
    }

    /** Asks for random octets, which needs no key. */
    @Override
    public void probe() {
        try {
            SecureRandom.getInstance("PKCS11", token.provider()).nextBytes(new byte[PROBE_OCTETS]);
        } catch (GeneralSecurityException | ProviderException e) {
            throw failed("reached", e);
        }
    }

    @Override
    public String toString() {
        return token.toString();
    }

    private KeyPair generate(KeySpec spec) {
        try {
            return spec.generate(token.provider(), entropy);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new IllegalStateException(
                    "%s makes no keys of the kind %s: %s".formatted(token, spec.displayName(), HsmToken.reason(e)));
        }
    }

    private void keep(String name, KeyPair pair) {
        try {
            X509Certificate[] holder = {holder(name, pair.getPublic()).toX509()};
            token.store().setKeyEntry(name, pair.getPrivate(), null, holder);
        } catch (GeneralSecurityException e) {
            throw failed("changed", e);
        }
    }

    private CertificateDer holder(String name, PublicKey key) {
        SignatureScheme scheme = SignatureScheme.ECDSA_WITH_SHA256;
        DistinguishedName dn = DistinguishedName.parse("CN=" + name);
        UnsignedCertificate unsigned = new CertificateTemplate.Builder(dn, scheme)
                .endEntity()
                .build()
                .shape(SerialNumber.random(entropy), Instant.EPOCH, NEVER, dn, key.getEncoded(), List.of());
        PrivateKey thrownAway = KeySpec.P256.generate(entropy).getPrivate();
        return CertificateDer.assemble(unsigned, scheme, scheme.sign(thrownAway, unsigned.encoded()));
    }

    /** Where labels repeat, the provider adds issuer and serial number behind a slash, which is in no name of ours. */
    private void requireUnique(String name) throws GeneralSecurityException {
        if (Collections.list(token.store().aliases()).stream().anyMatch(alias -> alias.startsWith(name + "/"))) {
            throw new IllegalStateException("%s holds more than one key with the name %s".formatted(token, name));
        }
    }

    private IllegalStateException failed(String what, Exception cause) {
        return new IllegalStateException("%s cannot be %s".formatted(token, what), cause);
    }
}

package io.shomei.authority;

import io.shomei.pki.KeySpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A public key of every kind, {@code trial-keys.pem}, whose private keys nobody kept: good for trying, and quicker than making some. */
public final class TrialKeys {
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([^-]+)-----END PUBLIC KEY-----", Pattern.DOTALL);
    private static final Map<KeySpec, byte[]> ALL = read();

    private TrialKeys() {}

    /** The SubjectPublicKeyInfo in DER. */
    public static byte[] publicKeyInfo(KeySpec spec) {
        return Objects.requireNonNull(ALL.get(spec), spec.displayName()).clone();
    }

    private static Map<KeySpec, byte[]> read() {
        Map<KeySpec, byte[]> keys = new EnumMap<>(KeySpec.class);
        try (InputStream in = TrialKeys.class.getResourceAsStream("trial-keys.pem")) {
            Matcher pem = PEM.matcher(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
            while (pem.find()) {
                byte[] info = Base64.getMimeDecoder().decode(pem.group(1));
                keys.put(KeySpec.ofPublicKeyInfo(info).orElseThrow(), info);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return keys;
    }
}

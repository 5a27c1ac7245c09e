package io.shomei.submission;

import io.shomei.pki.Digests;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret part of a link's URL: 256 random bits, told once. What is kept is its SHA-256. */
final class SubmissionToken {
    private static final int OCTETS = 32;

    private SubmissionToken() {}

    static String random(SecureRandom random) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    static byte[] digest(String token) {
        return Digests.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}

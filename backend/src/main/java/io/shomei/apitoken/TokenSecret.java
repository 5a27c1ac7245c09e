package io.shomei.apitoken;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.shomei.pki.Digests;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A token as a script sends it: 256 random bits, behind a prefix by which people and scanners of source code know it.
 * It is shown once and never kept.
 */
record TokenSecret(String text) {
    static final String PREFIX = "shomei_";
    private static final int OCTETS = 32;

    static TokenSecret random(SecureRandom random) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
    }

    /** So many random bits cannot be guessed: a fast hash keeps them as well as a slow one. */
    byte[] hash() {
        return Digests.sha256(text.getBytes(US_ASCII));
    }

    @Override
    public String toString() {
        return "•••";
    }
}

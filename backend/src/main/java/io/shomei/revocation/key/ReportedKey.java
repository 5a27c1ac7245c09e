package io.shomei.revocation.key;

import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_UNREADABLE;
import static io.shomei.revocation.key.KeyCompromiseProblem.PRIVATE_KEY_NOT_ACCEPTED;

import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeyText;
import org.jspecify.annotations.Nullable;

/**
 * The key that somebody names.
 *
 * @param publicKeyInfo the key itself, where more than its digest was given
 */
// Compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
record ReportedKey(KeyFingerprint fingerprint, byte @Nullable [] publicKeyInfo) {

    /**
     * @throws io.shomei.kernel.ProblemException where it is no key, or a private one
     */
    static ReportedKey of(String text) {
        return switch (KeyText.read(text)) {
            case KeyText.PrivateKey() -> throw PRIVATE_KEY_NOT_ACCEPTED.because("");
            case KeyText.Other() -> throw KEY_UNREADABLE.because("");
            case KeyText.Fingerprint(KeyFingerprint digest) -> new ReportedKey(digest, null);
            case KeyText.Key(byte[] info) -> new ReportedKey(KeyFingerprint.of(info), info);
        };
    }
}

package io.shomei.revocation.key;

import static io.shomei.revocation.key.KeyCompromiseProblem.KEY_UNREADABLE;
import static io.shomei.revocation.key.KeyCompromiseProblem.PRIVATE_KEY_NOT_ACCEPTED;

import io.shomei.certificate.CertificateSearch;
import io.shomei.pki.KeyFingerprint;
import io.shomei.pki.KeyText;
import io.shomei.pki.SerialNumber;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an operator who pastes something looks for.
 *
 * @param publicKeyInfo the key that was pasted, where it was one
 */
// Compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
record CertificateFinder(By by, CertificateSearch search, byte @Nullable [] publicKeyInfo) {
    private static final Pattern HEX_SERIAL = Pattern.compile("[0-9A-Fa-f]{16,40}");

    /** What the text was taken for. */
    enum By {
        KEY,
        SHA256,
        SERIAL,
        COMMON_NAME
    }

    static CertificateFinder of(String text) {
        return switch (KeyText.read(text)) {
            case KeyText.PrivateKey() -> throw PRIVATE_KEY_NOT_ACCEPTED.because("");
            case KeyText.Key(byte[] info) ->
                new CertificateFinder(
                        By.KEY,
                        new CertificateSearch.BySha256(KeyFingerprint.of(info).hex()),
                        info);
            case KeyText.Fingerprint(KeyFingerprint digest) ->
                new CertificateFinder(By.SHA256, new CertificateSearch.BySha256(digest.hex()), null);
            case KeyText.Other() -> ofWords(text);
        };
    }

    private static CertificateFinder ofWords(String text) {
        if (text.contains("-----BEGIN")) {
            throw KEY_UNREADABLE.because("");
        }
        Set<SerialNumber> serials = serials(text.replaceAll("[:\\s]", ""));
        if (!serials.isEmpty()) {
            return new CertificateFinder(By.SERIAL, new CertificateSearch.BySerial(serials), null);
        }
        String name = text.strip();
        Set<String> names = new HashSet<>(Set.of(name));
        names.add(name.toLowerCase(Locale.ROOT));
        return new CertificateFinder(By.COMMON_NAME, new CertificateSearch.ByCommonName(names), null);
    }

    /** Digits alone may be either way of writing: lists have serial numbers in decimal, pages in hexadecimal. */
    private static Set<SerialNumber> serials(String digits) {
        Set<SerialNumber> serials = new HashSet<>();
        if (digits.length() >= 16) {
            SerialNumber.parse(digits).ifPresent(serials::add);
            if (HEX_SERIAL.matcher(digits).matches()) {
                SerialNumber.parse("0x" + digits).ifPresent(serials::add);
            }
        }
        return serials;
    }
}

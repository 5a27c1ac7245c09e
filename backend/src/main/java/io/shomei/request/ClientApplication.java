package io.shomei.request;

import org.jspecify.annotations.Nullable;

/**
 * What an applicant for a client or S/MIME certificate stated. A field is null when it was not stated, or when its form is already known
 * to be wrong, so that nothing more can be said about it.
 *
 * @param subject the DN as text
 * @param delivery the number of the way in which the certificate gets to its holder
 * @param fileName of the key file, without extension
 * @param pin the access PIN of the applicant's own choice
 */
public record ClientApplication(
        @Nullable String subject,
        @Nullable String profile,
        @Nullable String delivery,
        @Nullable String name,
        @Nullable String unit,
        @Nullable String email,
        @Nullable String holderName,
        @Nullable String holderUnit,
        @Nullable String holderEmail,
        @Nullable String fileName,
        @Nullable String pin) {

    /** The PIN is not for logs. */
    @Override
    public String toString() {
        return "application for " + subject;
    }
}

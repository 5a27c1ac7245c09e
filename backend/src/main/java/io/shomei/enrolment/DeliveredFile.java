package io.shomei.enrolment;

import io.shomei.pki.ConfigurationProfile;

/** A file as somebody saves it. */
// Handed on to the answer, compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
public record DeliveredFile(String mediaType, String name, byte[] content) {
    /**
     * A key file.
     *
     * @param name with its extension
     */
    public static DeliveredFile ofKey(String name, byte[] file) {
        return new DeliveredFile("application/x-pkcs12", name, file);
    }

    /**
     * A key file in what devices of Apple install.
     *
     * @param name without extension
     */
    public static DeliveredFile ofProfile(String name, ConfigurationProfile profile) {
        return new DeliveredFile("application/x-apple-aspen-config", name + ".mobileconfig", profile.write());
    }

    /** What is in it is not for logs. */
    @Override
    public String toString() {
        return name;
    }
}

package io.shomei.enrolment;

import io.shomei.pki.Pkcs12;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * In which form somebody wants a key file.
 *
 * @param protection as they chose it; null where they leave it to the target, or the policy
 * @param target the system it goes to; null where nobody said
 */
public record KeyFileWish(
        Form form,
        Pkcs12.@Nullable Profile protection,
        @Nullable Target target) {

    /** What the key and its certificate are wrapped in. */
    public enum Form {
        P12,
        /** For iOS and iPadOS. */
        MOBILECONFIG
    }

    /** Where it is imported. Apple's and Android's importers call a right password wrong when they do not know the algorithm (F-05). */
    public enum Target {
        WINDOWS(Pkcs12.Profile.MODERN),
        MACOS(Pkcs12.Profile.COMPAT),
        IOS(Pkcs12.Profile.COMPAT),
        ANDROID(Pkcs12.Profile.COMPAT),
        CHROMEOS(Pkcs12.Profile.MODERN),
        LINUX(Pkcs12.Profile.MODERN);

        private final Pkcs12.Profile protection;

        Target(Pkcs12.Profile protection) {
            this.protection = protection;
        }
    }

    /** How the file is protected. Devices that install profiles read nothing newer. */
    public Pkcs12.Profile protection(Pkcs12.Profile proposed) {
        if (form == Form.MOBILECONFIG) {
            return Pkcs12.Profile.COMPAT;
        }
        return Objects.requireNonNullElse(protection, target == null ? proposed : target.protection);
    }
}

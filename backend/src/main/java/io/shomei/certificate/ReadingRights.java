package io.shomei.certificate;

import io.shomei.kernel.Caller;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.profile.CertificateKind;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates somebody reads in the register. Officers read those of the kinds that they handle, and with the right to lists all;
 * for other roles the tenant is the limit. One's own certificate everybody reads.
 */
final class ReadingRights {
    private ReadingRights() {}

    /**
     * Refuses who may not read certificates of this kind.
     *
     * @param kind null for all kinds together
     */
    static void require(Caller caller, @Nullable CertificateKind kind) {
        if (caller.role() == Role.OFFICER && !caller.rights().contains(Right.LISTS)) {
            caller.require(kind == null ? Right.LISTS : kind.right().orElse(Right.LISTS));
        }
    }

    static void require(Caller caller, Certificate certificate) {
        if (!caller.account().equals(certificate.account())) {
            require(caller, certificate.kind());
        }
    }
}

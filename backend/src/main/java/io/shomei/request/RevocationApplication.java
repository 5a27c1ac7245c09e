package io.shomei.request;

import io.shomei.pki.RevocationReason;
import java.util.List;

/**
 * A checked application for a revocation.
 *
 * @param comment empty where none was given
 * @param addressees mail addresses of those who are to know of it, besides those that are registered
 */
public record RevocationApplication(RevocationReason reason, String comment, List<String> addressees)
        implements CheckedApplication {

    public RevocationApplication {
        addressees = List.copyOf(addressees);
    }
}

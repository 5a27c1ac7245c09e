package io.shomei.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant for a server certificate stated. A field is null when it was not stated, or when its form is already known
 * to be wrong, so that nothing more can be said about it.
 *
 * @param subject the DN as text
 * @param subjectFromCsr whether no DN is asked for and the CSR's CN is joined to the registered values
 * @param fqdn the server's name once more, as files have it
 */
public record ServerApplication(
        @Nullable String subject,
        boolean subjectFromCsr,
        @Nullable String profile,
        @Nullable String csr,
        @Nullable String name,
        @Nullable String unit,
        @Nullable String email,
        @Nullable String fqdn,
        @Nullable String software,
        List<String> dnsNames) {

    public ServerApplication {
        dnsNames = List.copyOf(dnsNames);
    }

    /** An application that states no DN of its own. */
    public static ServerApplication ofCsr(String profile, String csr, Subscriber subscriber, List<String> dnsNames) {
        return new ServerApplication(
                null,
                true,
                profile,
                csr,
                subscriber.name(),
                subscriber.unit(),
                subscriber.email(),
                null,
                subscriber.software(),
                dnsNames);
    }
}

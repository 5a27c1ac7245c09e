package io.shomei.enrolment;

import io.shomei.pki.Pkcs12;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One-time rights of another feature to a key file, which is collected at the same address. */
public interface FurtherEnrolments {

    /** What a URL leads to, where it is one of these. */
    Optional<One> find(String token);

    /** Where one stands. */
    enum State {
        ISSUING,
        WAITING,
        COLLECTED,
        LAPSED,
        REVOKED,
        FAILED
    }

    /** One of them. */
    interface One {
        Shown shown();

        DeliveredFile collect(String secret, KeyFileWish wish);
    }

    /**
     * One as its page shows it.
     *
     * @param issued null while it is being made
     * @param forms in which it can be collected now
     * @param refresh how long a page waits before it asks again; null where there is nothing to wait for
     * @param fileName without extension
     * @param proposed how the file is protected where nobody chooses
     */
    record Shown(
            State state,
            Instant deadline,
            CertificateKind kind,
            String subjectDn,
            @Nullable Issued issued,
            Tenant tenant,
            List<KeyFileWish.Form> forms,
            @Nullable Duration refresh,
            String fileName,
            Pkcs12.Profile proposed) {
        public Shown {
            forms = List.copyOf(forms);
        }
    }

    /** The certificate. */
    record Issued(
            SerialNumber serial, Instant notAfter, @Nullable Instant collectedAt) {}
}

package io.shomei.notification;

import io.shomei.kernel.CertificateId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds what a mail must tell and the outbox must not keep, such as a one-time URL, at the moment the mail is made. */
public interface UnstoredFacts {
    /** Whether mails of this kind need it. */
    boolean belongsTo(String kind);

    /**
     * @param certificate that the mail is about; null where it is about several, or none
     * @param stored the facts of the mail
     */
    Map<String, String> of(@Nullable CertificateId certificate, Map<String, String> stored);
}

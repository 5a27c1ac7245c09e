package io.shomei.notification;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import java.util.Optional;

/** Makes the file that goes with mails of some kinds, at the moment the mail is made: what it says is true when it leaves. */
public interface Attachments {
    /** Whether mails of this kind have one. */
    boolean belongsTo(String kind);

    /**
     * @param certificate that the mail is about
     * @return empty where there is nothing to attach any more
     */
    Optional<Attachment> of(TenantId tenant, CertificateId certificate);
}

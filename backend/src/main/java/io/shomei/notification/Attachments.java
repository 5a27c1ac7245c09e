package io.shomei.notification;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import java.util.List;

/** Makes the files that go with mails about renewals, at the moment the mail is made: what they say is true when it leaves. */
public interface Attachments {
    /**
     * @param renewals that the mail tells of
     * @return empty where there is nothing to attach any more
     */
    List<Attachment> of(TenantId tenant, List<CertificateId> renewals);
}

package io.shomei.platform;

import io.shomei.issuance.OwnCertificate;
import io.shomei.issuance.OwnCertificates;
import io.shomei.issuance.OwnPurpose;
import io.shomei.notification.MailSigner;
import io.shomei.pki.DetachedSignature;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MailAddress;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs mails with a certificate of the platform's own, for the mailbox they come from (RFC 8550 3). */
@ApplicationScoped
class NoticeSigning implements MailSigner {
    private final OwnCertificates certificates;
    private final InstantSource clock;
    private final Map<String, OwnPurpose> purposes = new ConcurrentHashMap<>();

    NoticeSigning(OwnCertificates certificates, InstantSource clock) {
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public byte[] sign(String mailbox, byte[] entity) {
        OwnCertificate own = certificates.get(purposes.computeIfAbsent(mailbox, NoticeSigning::purpose));
        return DetachedSignature.of(entity, clock.instant(), own.certificate(), own.chain(), own.scheme(), own::sign);
    }

    private static OwnPurpose purpose(String mailbox) {
        return new OwnPurpose(
                "notice",
                Profiles.NOTICE_SIGNING,
                "client",
                DistinguishedName.parse("CN=Shomei Notices,O=Shomei,C=JP"),
                MailAddress.parse(mailbox)
                        .orElseThrow(() -> new IllegalStateException(
                                "no certificate can name the sender of mails, " + mailbox + ": see notification.from")),
                // Which every mail program verifies.
                KeySpec.RSA_2048);
    }
}

package io.shomei.request.bulk;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Holder;
import io.shomei.certificate.Holders;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Attachment;
import io.shomei.notification.Attachments;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The request file that revokes what was renewed, ready to be uploaded unchanged: officers get it with the mail about the new
 * certificate, as long as the old one is still valid.
 */
@ApplicationScoped
class RevocationFile implements Attachments {
    /** Of the certificate that was renewed, once the new one was fetched, and when it is still valid two weeks later. */
    private static final Set<String> MAILS =
            Set.of("certificate-collected", "client-certificate-renewed", "replacement-reminder");

    private final CertificateRegister register;
    private final Holders holders;
    private final InstantSource clock;

    RevocationFile(CertificateRegister register, Holders holders, InstantSource clock) {
        this.register = register;
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public boolean belongsTo(String kind) {
        return MAILS.contains(kind);
    }

    @Override
    public Optional<Attachment> of(TenantId tenant, CertificateId successor) {
        return register.find(tenant, successor)
                .flatMap(certificate -> Optional.ofNullable(certificate.renews()))
                .flatMap(earlier -> register.find(tenant, earlier))
                .filter(earlier -> earlier.isUsableAt(clock.instant()))
                .flatMap(this::file);
    }

    /** Empty where a required column would be: nobody could upload that. */
    private Optional<Attachment> file(Certificate certificate) {
        Holder holder =
                holders.of(certificate.tenant(), List.of(certificate.id())).get(certificate.id());
        return RevocationRow.of(
                        certificate.kind(),
                        certificate.subjectDn(),
                        certificate.serial(),
                        certificate.subscriber().email(),
                        holder == null ? null : holder.email())
                .filter(RevocationRow::isComplete)
                .map(row -> new Attachment(
                        "revoke-" + certificate.serial().decimal() + ".tsv",
                        "text/tab-separated-values; charset=Shift_JIS",
                        RequestFileWriter.written(List.of(row.cells()), TextEncoding.SHIFT_JIS)));
    }
}

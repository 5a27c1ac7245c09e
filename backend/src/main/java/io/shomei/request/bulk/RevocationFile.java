package io.shomei.request.bulk;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Attachment;
import io.shomei.notification.Attachments;
import io.shomei.pki.RevocationReason;
import io.shomei.profile.CertificateKind;
import io.shomei.request.RequestField;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
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
    private static final Set<String> MAILS = Set.of("certificate-collected", "replacement-reminder");

    private final CertificateRegister register;
    private final InstantSource clock;

    RevocationFile(CertificateRegister register, InstantSource clock) {
        this.register = register;
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
                .flatMap(RevocationFile::file);
    }

    private static Optional<Attachment> file(Certificate certificate) {
        return format(certificate.kind())
                .map(format -> new Attachment(
                        "revoke-" + certificate.serial().decimal() + ".tsv",
                        "text/tab-separated-values; charset=Shift_JIS",
                        RequestFileWriter.written(List.of(row(format, certificate)), TextEncoding.SHIFT_JIS)));
    }

    private static List<String> row(RequestFileFormat format, Certificate certificate) {
        List<String> cells =
                new ArrayList<>(Collections.nCopies(format.columns().size(), ""));
        cells.set(RequestField.SUBJECT_DN.column() - 1, certificate.subjectDn());
        cells.set(RequestField.SERIAL.column() - 1, certificate.serial().decimal());
        cells.set(RequestField.REVOCATION_REASON.column() - 1, String.valueOf(RevocationReason.SUPERSEDED.code()));
        return cells;
    }

    /** Rows about people's certificates need addresses that only an officer knows. */
    private static Optional<RequestFileFormat> format(CertificateKind kind) {
        return switch (kind) {
            case SERVER -> Optional.of(RequestFileFormat.SERVER_REVOKE);
            case CODE_SIGNING -> Optional.of(RequestFileFormat.CODE_SIGNING_REVOKE);
            case CLIENT, SMIME, OFFICER, ADMINISTRATOR, USER, OPERATOR, PLATFORM -> Optional.empty();
        };
    }
}

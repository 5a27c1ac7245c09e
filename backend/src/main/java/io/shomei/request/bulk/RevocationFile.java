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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The request file that revokes what was renewed, ready to be uploaded unchanged: officers get it with the mail about the new
 * certificates, as long as the old ones are still valid. Certificates of kinds that no one file can have are in several.
 */
@ApplicationScoped
class RevocationFile implements Attachments {
    /** Certificates that are read together. */
    private static final int CHUNK = 500;

    private final CertificateRegister register;
    private final Holders holders;
    private final InstantSource clock;

    RevocationFile(CertificateRegister register, Holders holders, InstantSource clock) {
        this.register = register;
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public List<Attachment> of(TenantId tenant, List<CertificateId> renewals) {
        Map<RequestFileFormat, List<Row>> files = new EnumMap<>(RequestFileFormat.class);
        for (int from = 0; from < renewals.size(); from += CHUNK) {
            rows(tenant, renewals.subList(from, Math.min(from + CHUNK, renewals.size())))
                    .forEach(each -> files.computeIfAbsent(each.row().format(), _ -> new ArrayList<>())
                            .add(each));
        }
        return files.entrySet().stream()
                .map(each -> file(each.getKey(), each.getValue()))
                .toList();
    }

    private record Row(Certificate earlier, RevocationRow row) {}

    /** In the order of the renewals. */
    private Stream<Row> rows(TenantId tenant, List<CertificateId> renewals) {
        Map<CertificateId, Certificate> successors = byId(register.withIds(tenant, renewals));
        List<CertificateId> renewed = renewals.stream()
                .flatMap(each -> Stream.ofNullable(successors.get(each)))
                .flatMap(each -> Stream.ofNullable(each.renews()))
                .toList();
        Map<CertificateId, Certificate> earlier = byId(register.withIds(tenant, renewed));
        Map<CertificateId, Holder> persons = holders.of(tenant, renewed);
        Instant now = clock.instant();
        return renewed.stream()
                .flatMap(each -> Stream.ofNullable(earlier.get(each)))
                .filter(each -> each.isUsableAt(now))
                .flatMap(each -> row(each, persons));
    }

    /** Empty where a required column would be: nobody could upload that. */
    private static Stream<Row> row(Certificate certificate, Map<CertificateId, Holder> persons) {
        Holder holder = persons.get(certificate.id());
        return RevocationRow.of(
                certificate.kind(),
                certificate.subjectDn(),
                certificate.serial(),
                certificate.subscriber().email(),
                holder == null ? null : holder.email())
                .filter(RevocationRow::isComplete)
                .map(row -> new Row(certificate, row))
                .stream();
    }

    private static Map<CertificateId, Certificate> byId(List<Certificate> certificates) {
        return certificates.stream().collect(Collectors.toMap(Certificate::id, Function.identity()));
    }

    private static Attachment file(RequestFileFormat format, List<Row> rows) {
        String of = rows.size() == 1
                ? rows.getFirst().earlier().serial().decimal()
                : format.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Attachment(
                "revoke-" + of + ".tsv",
                "text/tab-separated-values; charset=Shift_JIS",
                RequestFileWriter.written(
                        rows.stream().map(each -> each.row().cells()).toList(), TextEncoding.SHIFT_JIS));
    }
}

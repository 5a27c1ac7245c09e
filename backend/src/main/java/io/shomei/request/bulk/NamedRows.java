package io.shomei.request.bulk;

import io.shomei.certificate.Certificate;
import io.shomei.kernel.TenantId;
import io.shomei.request.CertificateName;
import io.shomei.request.NamedCertificates;
import io.shomei.request.RowError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Joins rows with the certificates of the register that they are about. */
@ApplicationScoped
class NamedRows {
    private final NamedCertificates named;

    NamedRows(NamedCertificates named) {
        this.named = named;
    }

    /**
     * Rows that name a certificate get its id, or are told that there is none.
     *
     * @param objections what stands against a row once the certificate is known
     */
    List<CheckedRow> join(
            TenantId tenant,
            RequestFileFormat format,
            List<CheckedRow> rows,
            BiFunction<CheckedRow, Certificate, List<RowError>> objections) {
        Map<CertificateName, NamedCertificates.Found> found = find(tenant, format, rows);
        return rows.stream()
                .map(row -> switch (found.get(row.names())) {
                    case null -> row;
                    case NamedCertificates.Found.Absent(RowError error) -> row.with(List.of(error));
                    case NamedCertificates.Found.Present(Certificate certificate) ->
                        row.about(certificate.id()).with(objections.apply(row, certificate));
                })
                .toList();
    }

    /** What the names in the rows lead to. */
    Map<CertificateName, NamedCertificates.Found> find(
            TenantId tenant, RequestFileFormat format, List<CheckedRow> rows) {
        return find(tenant, format, rows.stream().flatMap(row -> Stream.ofNullable(row.names())));
    }

    /** The same as things are when the rows are carried out. */
    Map<CertificateName, NamedCertificates.Found> find(RowBatch batch) {
        return find(
                batch.tenant(), batch.format(), batch.rows().stream().flatMap(row -> Stream.ofNullable(row.names())));
    }

    private Map<CertificateName, NamedCertificates.Found> find(
            TenantId tenant, RequestFileFormat format, Stream<CertificateName> names) {
        return named.find(tenant, format.kind().certificates(), names.toList());
    }
}

package io.shomei.request.bulk;

import io.shomei.audit.Actor;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.request.CertificateName;
import io.shomei.request.CheckedApplication;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a confirmed file that are carried out together.
 *
 * @param actor who confirmed the file
 * @param collectBy until when what is issued now is to be fetched
 */
record RowBatch(
        RequestFile file, RequestFileFormat format, Actor actor, Instant collectBy, List<Row> rows, Progress progress) {

    RowBatch {
        rows = List.copyOf(rows);
    }

    /**
     * A row without faults.
     *
     * @param certificate the id that its certificate gets, or of the certificate that it is about
     * @param names the certificate that is there already, as the row names it; null where it names none
     */
    record Row(
            long line,
            CertificateId certificate,
            CheckedApplication application,
            @Nullable CertificateName names) {}

    /** Is told of rows that were carried out, in the transaction that did it. */
    interface Progress {
        /** So many rows have their certificates in the register, which shows it. */
        void entered(int rows);

        /** These lines were carried out, and no new certificate shows it. */
        void done(List<Long> lines);
    }

    /** The rows by the certificates that they get or are about; no two have the same. */
    Map<CertificateId, Row> byCertificate() {
        return rows.stream().collect(Collectors.toMap(Row::certificate, row -> row));
    }

    TenantId tenant() {
        return file.tenant();
    }
}

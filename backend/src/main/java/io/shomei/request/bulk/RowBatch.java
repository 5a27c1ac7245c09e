package io.shomei.request.bulk;

import io.shomei.audit.Actor;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.request.CheckedApplication;
import java.time.Instant;
import java.util.List;

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
     */
    record Row(long line, CertificateId certificate, CheckedApplication application) {}

    /** Is told of rows that were carried out, in the transaction that did it. */
    interface Progress {
        /** So many rows have their certificates in the register, which shows it. */
        void entered(int rows);

        /** These lines were carried out, and no new certificate shows it. */
        void done(List<Long> lines);
    }

    TenantId tenant() {
        return file.tenant();
    }
}

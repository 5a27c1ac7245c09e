package io.shomei.request.bulk;

import io.shomei.escrow.DataKeys;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.request.RequestField;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the secret cells of rows apart from their text: encrypted under the tenant's data key, until the row was carried out. What is
 * shown, searched and written into result files never holds them.
 */
@ApplicationScoped
class RowSecrets {
    /** In the place of a secret: too short to be one, so that no row is carried out with it, or with another that nobody chose. */
    static final String WITHHELD = "***";

    private final DataKeys keys;

    RowSecrets(DataKeys keys) {
        this.keys = keys;
    }

    /** The cells as they may be shown. */
    static List<String> shown(RequestFileFormat format, List<String> cells) {
        int place = place(format, cells);
        if (place < 0) {
            return cells;
        }
        List<String> shown = new ArrayList<>(cells);
        // A row that has a column too many may have its secret one further to the right.
        for (int i = place; i < shown.size(); i++) {
            shown.set(i, WITHHELD);
        }
        return shown;
    }

    /** The secret of a row under the id of its certificate; null where it has none, or is not carried out. */
    byte @Nullable [] sealed(TenantId tenant, RequestFileFormat format, CheckedRow row, CertificateId certificate) {
        int place = place(format, row.cells());
        return place < 0 || !row.isAccepted()
                ? null
                : keys.of(tenant).wrap(name(certificate), row.cells().get(place).getBytes(StandardCharsets.UTF_8));
    }

    /** The cells as they were uploaded. */
    List<String> opened(TenantId tenant, RequestFileFormat format, RequestFileRow row) {
        byte[] secret = row.secret();
        if (secret == null) {
            return row.cells();
        }
        List<String> cells = new ArrayList<>(row.cells());
        byte[] opened = keys.of(tenant).unwrap(name(row.certificate()), secret);
        cells.set(secretColumn(format), new String(opened, StandardCharsets.UTF_8));
        return cells;
    }

    /** Where the secret stands; negative where there is none. */
    private static int place(RequestFileFormat format, List<String> cells) {
        int column = secretColumn(format);
        return column >= 0 && column < cells.size() && !cells.get(column).isEmpty() ? column : -1;
    }

    private static int secretColumn(RequestFileFormat format) {
        return format.columns().stream()
                        .map(ColumnRule::field)
                        .filter(RequestField::isSecret)
                        .mapToInt(RequestField::column)
                        .findFirst()
                        .orElse(0)
                - 1;
    }

    private static String name(CertificateId certificate) {
        return "secret of the row of certificate " + certificate;
    }
}

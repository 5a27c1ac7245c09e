package io.shomei.request.bulk;

import io.shomei.pki.RevocationReason;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.request.RequestField;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The row of a request file that revokes a certificate because another one took its place. */
public final class RevocationRow {
    private final RequestFileFormat format;
    private final List<String> cells;

    private RevocationRow(RequestFileFormat format, Map<RequestField, String> stated) {
        this.format = format;
        this.cells = format.columns().stream()
                .map(column -> column.requirement() == ColumnRule.Requirement.EMPTY
                        ? ""
                        : stated.getOrDefault(column.field(), ""))
                .toList();
    }

    /**
     * Empty for kinds of certificates of which there are no request files.
     *
     * @param subscriberEmail of the subscriber administrator; a row without it may lack something
     * @param holderEmail of the person whom the certificate names; likewise, where it names one
     */
    public static Optional<RevocationRow> of(
            CertificateKind kind,
            String subjectDn,
            SerialNumber serial,
            @Nullable String subscriberEmail,
            @Nullable String holderEmail) {
        Map<RequestField, String> stated = new EnumMap<>(RequestField.class);
        stated.put(RequestField.SUBJECT_DN, subjectDn);
        stated.put(RequestField.SERIAL, serial.decimal());
        stated.put(RequestField.REVOCATION_REASON, String.valueOf(RevocationReason.SUPERSEDED.code()));
        if (subscriberEmail != null) {
            stated.put(RequestField.SUBSCRIBER_EMAIL, subscriberEmail);
        }
        if (holderEmail != null) {
            stated.put(RequestField.HOLDER_EMAIL, holderEmail);
        }
        return format(kind).map(format -> new RevocationRow(format, stated));
    }

    /** Of the files in which it can stand. */
    RequestFileFormat format() {
        return format;
    }

    /** In file order. */
    public List<String> cells() {
        return cells;
    }

    /** Whether every column has what it must have. */
    boolean isComplete() {
        return RowCells.check(format.columns(), cells).errors().isEmpty();
    }

    private static Optional<RequestFileFormat> format(CertificateKind kind) {
        return switch (kind) {
            case SERVER -> Optional.of(RequestFileFormat.SERVER_REVOKE);
            case CLIENT, SMIME -> Optional.of(RequestFileFormat.CLIENT_REVOKE);
            case CODE_SIGNING -> Optional.of(RequestFileFormat.CODE_SIGNING_REVOKE);
            case OFFICER, ADMINISTRATOR, USER, OPERATOR, PLATFORM -> Optional.empty();
        };
    }
}

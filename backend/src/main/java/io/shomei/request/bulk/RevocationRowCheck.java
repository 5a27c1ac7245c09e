package io.shomei.request.bulk;

import io.shomei.pki.RevocationReason;
import io.shomei.request.CertificateName;
import io.shomei.request.CheckContext;
import io.shomei.request.RequestField;
import io.shomei.request.RevocationApplication;
import io.shomei.request.RowErrorCode;
import io.shomei.request.RowErrors;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the rows of files that ask for revocations, whatever the certificates are for. */
final class RevocationRowCheck implements RowCheck {
    /** 0, 1, 3, 4 and 5: certificates of authorities are not the business of files. */
    private static final Set<RevocationReason> REASONS =
            EnumSet.complementOf(EnumSet.of(RevocationReason.CA_COMPROMISE));

    private final List<RequestField> addresses;

    /** @param addresses columns with mail addresses */
    RevocationRowCheck(RequestField... addresses) {
        this.addresses = List.of(addresses);
    }

    @Override
    public CheckedRow check(long line, RowCells row, CheckContext context) {
        RowErrors errors = new RowErrors();
        CertificateName certificate =
                errors.certificate(row.usable(RequestField.SUBJECT_DN), row.usable(RequestField.SERIAL));
        RevocationReason reason = reason(row.usable(RequestField.REVOCATION_REASON), errors);
        String comment = row.usable(RequestField.REVOCATION_COMMENT);
        errors.checkCharacters(RequestField.REVOCATION_COMMENT, comment, RowErrorCode.COMMENT_CHARACTERS);
        addresses.forEach(address -> errors.checkMail(address, row.usable(address)));
        return CheckedRow.about(
                line,
                row,
                errors.all(),
                reason == null
                        ? null
                        : new RevocationApplication(reason, comment == null ? "" : comment, addressees(row)),
                certificate);
    }

    private List<String> addressees(RowCells row) {
        return addresses.stream()
                .flatMap(address -> Stream.ofNullable(row.usable(address)))
                .distinct()
                .toList();
    }

    private static @Nullable RevocationReason reason(@Nullable String text, RowErrors errors) {
        if (text == null) {
            return null;
        }
        RevocationReason reason = RevocationReason.ofCode(Integer.parseInt(text))
                .filter(REASONS::contains)
                .orElse(null);
        if (reason == null) {
            errors.add(RequestField.REVOCATION_REASON, RowErrorCode.REASON_UNKNOWN, text);
        }
        return reason;
    }
}

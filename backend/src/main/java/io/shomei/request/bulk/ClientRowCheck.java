package io.shomei.request.bulk;

import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.request.CertificateName;
import io.shomei.request.CheckContext;
import io.shomei.request.ClientApplication;
import io.shomei.request.ClientApplicationCheck;
import io.shomei.request.ClientApplicationResult;
import io.shomei.request.NamedSubject;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the rows of files for client and S/MIME certificates: new ones, and renewals. */
final class ClientRowCheck implements RowCheck {
    private final boolean renewal;

    private ClientRowCheck(boolean renewal) {
        this.renewal = renewal;
    }

    static ClientRowCheck ofIssues() {
        return new ClientRowCheck(false);
    }

    static ClientRowCheck ofRenewals() {
        return new ClientRowCheck(true);
    }

    @Override
    public CheckedRow check(long line, RowCells row, CheckContext context) {
        ClientApplicationResult result = ClientApplicationCheck.check(application(row), context);
        RowErrors errors = new RowErrors();
        SerialNumber serial = renewal ? errors.serial(row.usable(RequestField.SERIAL)) : null;
        CertificateName renewed = serial == null ? null : named(serial, result.commonName());
        List<RowError> all = new ArrayList<>(result.errors());
        all.addAll(errors.all());
        return CheckedRow.of(line, row, all, result.issue(), claims(row, result, renewed), renewed);
    }

    private static CertificateName named(SerialNumber serial, @Nullable String commonName) {
        return new CertificateName(serial, commonName == null ? null : new NamedSubject.CommonName(commonName));
    }

    /** A person may have a client certificate and one for mail under the same name. */
    private Map<RowClaim, String> claims(
            RowCells row, ClientApplicationResult result, @Nullable CertificateName renewed) {
        Map<RowClaim, String> claims = new EnumMap<>(RowClaim.class);
        if (result.uniqueName() != null && !renewal) {
            claims.put(
                    result.kind() == CertificateKind.SMIME ? RowClaim.MAIL_NAME : RowClaim.NAME, result.uniqueName());
        }
        if (renewed != null) {
            claims.put(RowClaim.SERIAL, renewed.serial().hex());
        }
        String fileName = row.usable(RequestField.P12_FILE_NAME);
        if (fileName != null) {
            claims.put(RowClaim.FILE_NAME, fileName.toLowerCase(Locale.ROOT));
        }
        return claims;
    }

    private static ClientApplication application(RowCells row) {
        return new ClientApplication(
                row.usable(RequestField.SUBJECT_DN),
                row.usable(RequestField.PROFILE),
                row.usable(RequestField.DELIVERY),
                row.usable(RequestField.SUBSCRIBER_NAME),
                row.usable(RequestField.SUBSCRIBER_UNIT),
                row.usable(RequestField.SUBSCRIBER_EMAIL),
                row.usable(RequestField.HOLDER_NAME),
                row.usable(RequestField.HOLDER_UNIT),
                row.usable(RequestField.HOLDER_EMAIL),
                row.usable(RequestField.P12_FILE_NAME),
                row.usable(RequestField.ACCESS_PIN));
    }
}

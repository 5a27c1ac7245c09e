package io.shomei.request.bulk;

import io.shomei.request.CheckContext;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.request.ServerApplication;
import io.shomei.request.ServerApplicationCheck;
import io.shomei.request.ServerApplicationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks the rows of files that ask for new server certificates. */
final class ServerIssueCheck implements RowCheck {
    private static final String NAME_LABEL = "dNSName=";

    @Override
    public CheckedRow check(long line, List<String> cells, CheckContext context) {
        RowCells row = RowCells.check(RequestFileFormat.SERVER_ISSUE.columns(), cells);
        if (!row.hasItsShape()) {
            return new CheckedRow(line, cells, row.errors(), null, null, null);
        }
        ServerApplicationResult result = ServerApplicationCheck.check(application(row), context);
        List<RowError> errors = new ArrayList<>(row.errors());
        errors.addAll(result.errors());
        return new CheckedRow(line, cells, errors, result.issue(), result.commonName(), result.keyFingerprint());
    }

    private static ServerApplication application(RowCells row) {
        return new ServerApplication(
                row.usable(RequestField.SUBJECT_DN),
                false,
                row.usable(RequestField.PROFILE),
                row.usable(RequestField.CSR),
                row.usable(RequestField.SUBSCRIBER_NAME),
                row.usable(RequestField.SUBSCRIBER_UNIT),
                row.usable(RequestField.SUBSCRIBER_EMAIL),
                row.usable(RequestField.FQDN),
                row.usable(RequestField.SOFTWARE),
                dnsNames(row));
    }

    /** {@code dNSName=a,dNSName=b}, without spaces and without a comma at the end. */
    private static List<String> dnsNames(RowCells row) {
        String text = row.usable(RequestField.DNS_NAMES);
        if (text == null) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (String entry : text.split(",", -1)) {
            if (!entry.regionMatches(true, 0, NAME_LABEL, 0, NAME_LABEL.length())
                    || entry.length() == NAME_LABEL.length()) {
                row.refuse(RequestField.DNS_NAMES, RowErrorCode.DNS_NAMES_FORMAT, entry);
                return List.of();
            }
            names.add(entry.substring(NAME_LABEL.length()).toLowerCase(Locale.ROOT));
        }
        return names;
    }
}

package io.shomei.request.bulk;

import io.shomei.pki.SerialNumber;
import io.shomei.profile.CertificateKind;
import io.shomei.request.CertificateName;
import io.shomei.request.CheckContext;
import io.shomei.request.CsrApplication;
import io.shomei.request.CsrApplicationCheck;
import io.shomei.request.CsrApplicationResult;
import io.shomei.request.NamedSubject;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.request.RowErrors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the rows of files that bring CSRs: new certificates of servers and for signing code, and their renewals. */
final class CsrRowCheck implements RowCheck {
    private final CertificateKind kind;
    private final boolean renewal;

    private CsrRowCheck(CertificateKind kind, boolean renewal) {
        this.kind = kind;
        this.renewal = renewal;
    }

    static CsrRowCheck ofIssues(CertificateKind kind) {
        return new CsrRowCheck(kind, false);
    }

    static CsrRowCheck ofRenewals(CertificateKind kind) {
        return new CsrRowCheck(kind, true);
    }

    @Override
    public CheckedRow check(long line, RowCells row, CheckContext context) {
        CsrApplicationResult result = CsrApplicationCheck.check(application(row), context);
        RowErrors errors = new RowErrors();
        SerialNumber serial = renewal ? errors.serial(row.usable(RequestField.SERIAL)) : null;
        CertificateName renewed = serial == null ? null : named(serial, result.commonName());
        List<RowError> all = new ArrayList<>(result.errors());
        all.addAll(errors.all());
        return CheckedRow.of(line, row, all, result.issue(), claims(result, renewed), renewed);
    }

    private static CertificateName named(SerialNumber serial, @Nullable String commonName) {
        return new CertificateName(serial, commonName == null ? null : new NamedSubject.CommonName(commonName));
    }

    /** Several certificates of one name can be renewed, each once. */
    private Map<RowClaim, String> claims(CsrApplicationResult result, @Nullable CertificateName renewed) {
        Map<RowClaim, String> claims = new EnumMap<>(RowClaim.class);
        if (result.commonName() != null && !renewal) {
            claims.put(RowClaim.NAME, result.commonName());
        }
        if (renewed != null) {
            claims.put(RowClaim.SERIAL, renewed.serial().hex());
        }
        if (result.keyFingerprint() != null) {
            claims.put(RowClaim.KEY, result.keyFingerprint());
        }
        return claims;
    }

    private CsrApplication application(RowCells row) {
        boolean server = kind == CertificateKind.SERVER;
        return new CsrApplication(
                kind,
                renewal,
                row.usable(RequestField.SUBJECT_DN),
                false,
                row.usable(RequestField.PROFILE),
                row.usable(RequestField.CSR),
                row.usable(RequestField.SUBSCRIBER_NAME),
                row.usable(RequestField.SUBSCRIBER_UNIT),
                row.usable(RequestField.SUBSCRIBER_EMAIL),
                server ? row.usable(RequestField.FQDN) : null,
                row.usable(RequestField.SOFTWARE),
                server ? dnsNames(row) : List.of());
    }

    /** {@code dNSName=a,dNSName=b}, without spaces and without a comma at the end. */
    private static List<String> dnsNames(RowCells row) {
        String text = row.usable(RequestField.DNS_NAMES);
        if (text == null) {
            return List.of();
        }
        var names = new ArrayList<String>();
        for (String entry : text.split(",", -1)) {
            Optional<String> name = StatedNames.name(entry);
            if (name.isEmpty()) {
                row.refuse(RequestField.DNS_NAMES, RowErrorCode.DNS_NAMES_FORMAT, entry);
                return List.of();
            }
            names.add(name.get().toLowerCase(Locale.ROOT));
        }
        return names;
    }
}

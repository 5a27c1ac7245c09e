package io.shomei.request.bulk;

import static io.shomei.request.RequestField.HOLDER_EMAIL;
import static io.shomei.request.RequestField.SUBSCRIBER_EMAIL;
import static io.shomei.request.bulk.RequestFileColumns.CLIENT_LAYOUT;
import static io.shomei.request.bulk.RequestFileColumns.SERVER_LAYOUT;
import static io.shomei.request.bulk.RequestFileKind.CLIENT;
import static io.shomei.request.bulk.RequestFileKind.CODE_SIGNING;
import static io.shomei.request.bulk.RequestFileKind.SERVER;
import static io.shomei.request.bulk.RequestFileKind.SUBSCRIBER;
import static io.shomei.request.bulk.RequestFileOperation.ISSUE;
import static io.shomei.request.bulk.RequestFileOperation.RENEW;
import static io.shomei.request.bulk.RequestFileOperation.REVOKE;
import static io.shomei.request.bulk.RequestFileOperation.UPDATE;
import static io.shomei.request.bulk.RequestFileProblem.REQUEST_FILE_OPERATION_UNKNOWN;

import io.shomei.profile.CertificateKind;
import io.shomei.request.CheckContext;
import io.shomei.request.RequestField;
import java.util.Arrays;
import java.util.List;

/**
 * Every format of request file there is: its columns, the check of its rows, and what carries them out. One
 * letter stands for one column, in order:
 * R required, o optional, - empty. To take files of one more format, give its constant a {@link RowCheck} and a {@link RowWork}.
 */
enum RequestFileFormat {
    SERVER_ISSUE(
            SERVER,
            ISSUE,
            SERVER_LAYOUT,
            "RR----RooRRRo",
            CsrRowCheck.ofIssues(CertificateKind.SERVER),
            CsrIssueWork.class),
    SERVER_RENEW(
            SERVER,
            RENEW,
            SERVER_LAYOUT,
            "RR-R--RooRRRo",
            CsrRowCheck.ofRenewals(CertificateKind.SERVER),
            CsrIssueWork.class),
    SERVER_REVOKE(
            SERVER,
            REVOKE,
            SERVER_LAYOUT,
            "R--RRo---o---",
            new RevocationRowCheck(SUBSCRIBER_EMAIL),
            RevocationWork.class),
    CLIENT_ISSUE(CLIENT, ISSUE, CLIENT_LAYOUT, "RRR----RRRRRRRo", ClientRowCheck.ofIssues(), ClientIssueWork.class),
    CLIENT_RENEW(CLIENT, RENEW, CLIENT_LAYOUT, "RRRR---RRRRRRRo", ClientRowCheck.ofRenewals(), ClientIssueWork.class),
    CLIENT_REVOKE(
            CLIENT,
            REVOKE,
            CLIENT_LAYOUT,
            "R--RRo---R---R-",
            new RevocationRowCheck(SUBSCRIBER_EMAIL, HOLDER_EMAIL),
            RevocationWork.class),
    CODE_SIGNING_ISSUE(
            CODE_SIGNING,
            ISSUE,
            SERVER_LAYOUT,
            "RR----RooR-R-",
            CsrRowCheck.ofIssues(CertificateKind.CODE_SIGNING),
            CsrIssueWork.class),
    CODE_SIGNING_RENEW(
            CODE_SIGNING,
            RENEW,
            SERVER_LAYOUT,
            "RR-R--RooR-R-",
            CsrRowCheck.ofRenewals(CertificateKind.CODE_SIGNING),
            CsrIssueWork.class),
    CODE_SIGNING_REVOKE(
            CODE_SIGNING,
            REVOKE,
            SERVER_LAYOUT,
            "R--RRo---o---",
            new RevocationRowCheck(SUBSCRIBER_EMAIL),
            RevocationWork.class),
    SUBSCRIBER_UPDATE(
            SUBSCRIBER, UPDATE, SERVER_LAYOUT, "R--R---ooo-o-", new SubscriberRowCheck(), SubscriberWork.class);

    private final RequestFileKind kind;
    private final RequestFileOperation operation;
    private final List<ColumnRule> columns;
    private final RowCheck check;
    private final Class<? extends RowWork> work;

    RequestFileFormat(
            RequestFileKind kind,
            RequestFileOperation operation,
            List<RequestField> layout,
            String requirements,
            RowCheck check,
            Class<? extends RowWork> work) {
        this.kind = kind;
        this.operation = operation;
        this.columns = RequestFileColumns.of(kind, layout, requirements);
        this.check = check;
        this.work = work;
    }

    /**
     * The format of files of this kind for this operation.
     *
     * @throws io.shomei.kernel.ProblemException REQUEST_FILE_OPERATION_UNKNOWN where the two do not go together
     */
    static RequestFileFormat of(RequestFileKind kind, RequestFileOperation operation) {
        return Arrays.stream(values())
                .filter(format -> format.kind == kind && format.operation == operation)
                .findFirst()
                .orElseThrow(() -> REQUEST_FILE_OPERATION_UNKNOWN.because("%s %s", kind, operation));
    }

    RequestFileKind kind() {
        return kind;
    }

    RequestFileOperation operation() {
        return operation;
    }

    /** The columns in file order. */
    List<ColumnRule> columns() {
        return columns;
    }

    /** Checks a row alone: its columns, then what stands in them. */
    CheckedRow check(long line, List<String> cells, CheckContext context) {
        RowCells row = RowCells.check(columns, cells);
        return row.hasItsShape() ? check.check(line, row, context) : CheckedRow.shapeless(line, row);
    }

    /** What carries its rows out. */
    Class<? extends RowWork> work() {
        return work;
    }
}

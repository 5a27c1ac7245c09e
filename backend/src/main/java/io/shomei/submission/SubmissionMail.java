package io.shomei.submission;

import io.shomei.account.Account;
import io.shomei.notification.Notice;
import java.util.Map;
import java.util.Objects;

/** The mails of a submission. None holds a link. */
final class SubmissionMail {
    private SubmissionMail() {}

    /** To an officer: there is something to look at. */
    static Notice received(Submission submission, Account officer) {
        return new Notice(
                "submission-received",
                Objects.requireNonNull(officer.email()),
                null,
                Map.of(
                        "name", officer.name(),
                        "holder", submission.holder().name(),
                        "email", submission.holder().email(),
                        "file", submission.fileName(),
                        "rows", String.valueOf(submission.rows())));
    }

    /** To whoever handed it in. */
    static Notice approved(Submission submission) {
        return new Notice(
                "submission-approved",
                submission.holder().email(),
                null,
                Map.of("name", submission.holder().name(), "file", submission.fileName()));
    }

    static Notice refused(Submission submission, String reason) {
        return new Notice(
                "submission-refused",
                submission.holder().email(),
                null,
                Map.of("name", submission.holder().name(), "file", submission.fileName(), "reason", reason));
    }
}

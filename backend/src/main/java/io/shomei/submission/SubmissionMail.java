package io.shomei.submission;

import io.shomei.account.Account;
import io.shomei.notification.Notice;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

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

    /** To whoever handed it in: which lines were left out, and why. */
    static Notice approvedInPart(Submission submission, Submission.Refusal refusal) {
        return new Notice(
                "submission-approved-in-part",
                submission.holder().email(),
                null,
                Map.of(
                        "name", submission.holder().name(),
                        "file", submission.fileName(),
                        "lines",
                                refusal.lines().entrySet().stream()
                                        .map(each -> each.getKey() + ": " + each.getValue())
                                        .collect(Collectors.joining("\n")),
                        "reason", refusal.reason()));
    }

    static Notice refused(Submission submission, String reason) {
        return new Notice(
                "submission-refused",
                submission.holder().email(),
                null,
                Map.of("name", submission.holder().name(), "file", submission.fileName(), "reason", reason));
    }
}

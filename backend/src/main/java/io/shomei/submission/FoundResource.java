package io.shomei.submission;

import io.shomei.api.ErrorCodeCount;
import io.shomei.api.RequestRow;
import io.shomei.api.RowCounts;
import io.shomei.api.RowOutcome;
import io.shomei.api.SubmissionCheck;
import io.shomei.kernel.Language;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorText;
import io.shomei.request.bulk.SubmittedFiles.Found;
import io.shomei.request.bulk.SubmittedFiles.FoundRow;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a check found, in the words of the contract: the same for the officer and for whoever hands it in. */
final class FoundResource {
    private FoundResource() {}

    static SubmissionCheck check(Found found, Language language) {
        RowErrorText texts = RowErrorText.in(language.locale());
        return new SubmissionCheck(
                found.encoding(),
                new RowCounts(found.rows(), found.rows() - found.refused(), found.refused()),
                found.codes().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new ErrorCodeCount(each.getKey(), texts.title(each.getKey()), each.getValue()))
                        .toList(),
                found.lines().stream().map(row -> row(row, texts)).toList());
    }

    private static RequestRow row(FoundRow row, RowErrorText texts) {
        return new RequestRow(
                row.line(),
                row.errors().isEmpty() ? RowOutcome.ACCEPTED : RowOutcome.REFUSED,
                row.value(RequestField.SUBJECT_DN),
                row.value(RequestField.FQDN),
                row.value(RequestField.SUBSCRIBER_EMAIL),
                row.dnsNames(),
                null,
                null,
                stated(row.value(RequestField.SERIAL)),
                row.errors().stream().map(error -> error(row, error, texts)).toList());
    }

    private static @Nullable String stated(String value) {
        return value.isEmpty() ? null : value;
    }

    private static io.shomei.api.RowError error(FoundRow row, RowError error, RowErrorText texts) {
        String value = row.refusedValue(error);
        return new io.shomei.api.RowError(
                error.column(),
                texts.field(error.field()),
                error.code().number(),
                texts.message(error),
                texts.cure(error),
                value.isEmpty() ? null : value);
    }
}

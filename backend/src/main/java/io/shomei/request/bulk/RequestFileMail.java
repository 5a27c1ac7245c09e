package io.shomei.request.bulk;

import io.shomei.account.Account;
import io.shomei.kernel.Caller;
import io.shomei.notification.Notice;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** The mails of a request file. None holds a link. */
final class RequestFileMail {
    private RequestFileMail() {}

    /**
     * To an officer who may approve it: a file waits for a second one.
     *
     * @param by who confirmed it
     */
    static Notice proposed(RequestFile file, Caller by, Instant lapsesAt, Account officer) {
        return new Notice(
                "request-file-proposed",
                Objects.requireNonNull(officer.email()),
                null,
                Map.of(
                        "name", officer.name(),
                        "by", by.name(),
                        "file", file.fileName(),
                        "rows", String.valueOf(file.accepted()),
                        "deadline", lapsesAt.toString()));
    }
}

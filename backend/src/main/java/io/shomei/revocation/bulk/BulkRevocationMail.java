package io.shomei.revocation.bulk;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.notification.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The mail that tells who confirmed a bulk revocation that it has ended. It holds no link: a page that asks for a log-in is not reached from a mail. */
@ApplicationScoped
class BulkRevocationMail {
    private final Accounts accounts;

    BulkRevocationMail(Accounts accounts) {
        this.accounts = accounts;
    }

    List<Notice> finished(BulkRevocation bulk) {
        BulkRevocation.Submission submission = bulk.submission();
        return submission == null
                ? List.of()
                : accounts.find(bulk.tenant(), submission.by()).stream()
                        .filter(account -> account.email() != null)
                        .map(account -> finished(bulk, account, String.valueOf(account.email())))
                        .toList();
    }

    private Notice finished(BulkRevocation bulk, Account account, String recipient) {
        long revoked = bulk.count(Outcome.REVOKED);
        return new Notice(
                "bulk-revocation-finished",
                recipient,
                null,
                Map.of(
                        "name", account.name(),
                        "revoked", String.valueOf(revoked),
                        "others", String.valueOf(bulk.lines() - revoked)));
    }
}

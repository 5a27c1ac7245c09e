package io.shomei.revocation;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.Holder;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.notification.Notice;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mails that tell people of a revocation. */
final class RevocationMail {
    private static final Texts REASONS = Texts.load("io/shomei/revocation/reasons");

    private RevocationMail() {}

    /** To the subscriber administrator. */
    static Optional<Notice> toSubscriber(Revoked revoked) {
        Subscriber subscriber = revoked.certificate().subscriber();
        return Optional.ofNullable(subscriber.email()).map(email -> to(email, subscriber.name(), revoked));
    }

    /** To an officer of the tenant. */
    static Optional<Notice> toOfficer(Revoked revoked, Account officer) {
        return Optional.ofNullable(officer.email())
                .filter(email ->
                        !email.equals(revoked.certificate().subscriber().email()))
                .map(email -> to(email, officer.name(), revoked));
    }

    /** To the person whom the certificate names. */
    static Optional<Notice> toHolder(Revoked revoked, Holder holder) {
        return Optional.of(holder.email())
                .filter(email ->
                        !email.equals(revoked.certificate().subscriber().email()))
                .map(email -> to(email, holder.name(), revoked));
    }

    /** To somebody whom the application names. */
    static Notice toAddressee(Revoked revoked, String address) {
        return to(address, null, revoked);
    }

    private static Notice to(String recipient, @Nullable String name, Revoked revoked) {
        Certificate certificate = revoked.certificate();
        String reason = revoked.state().reason().name();
        return new Notice(
                "certificate-revoked",
                recipient,
                certificate.id(),
                Map.of(
                        "name", name == null ? "" : name,
                        "subject", certificate.subjectDn(),
                        "serial", certificate.serial().decimal(),
                        "reasonJa", REASONS.get(Language.JA, reason),
                        "reasonEn", REASONS.get(Language.EN, reason),
                        "revokedAt", revoked.state().at().toString()));
    }
}

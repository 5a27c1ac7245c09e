package io.shomei.revocation;

import io.shomei.account.Account;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.Holder;
import io.shomei.certificate.Subscriber;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.notification.Notice;
import io.shomei.profile.CertificateKind;
import java.util.HashMap;
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
        Map<String, String> facts = new HashMap<>();
        facts.put("name", name == null ? "" : name);
        facts.put("subject", certificate.subjectDn());
        facts.put("serial", certificate.serial().decimal());
        facts.put("reasonJa", REASONS.get(Language.JA, reason));
        facts.put("reasonEn", REASONS.get(Language.EN, reason));
        facts.put("revokedAt", revoked.state().at().toString());
        kind(certificate.kind()).ifPresent(kind -> facts.put(kind, "true"));
        return new Notice("certificate-revoked", recipient, certificate.id(), facts);
    }

    /** By what the subject calls it (§6.7); empty where that is just a certificate. */
    private static Optional<String> kind(CertificateKind kind) {
        return switch (kind) {
            case SERVER -> Optional.of("server");
            case CLIENT, SMIME -> Optional.of("client");
            case CODE_SIGNING, OFFICER, ADMINISTRATOR, USER, OPERATOR, PLATFORM -> Optional.empty();
        };
    }
}

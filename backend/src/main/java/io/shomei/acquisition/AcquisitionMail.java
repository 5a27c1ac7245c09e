package io.shomei.acquisition;

import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.notification.Notice;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The mails about certificates that people get and renew by themselves. */
final class AcquisitionMail {
    private AcquisitionMail() {}

    /** To the owner and to who administers: somebody has it now. */
    static Notice acquired(Account owner, Certificate certificate, Account recipient, Actor actor, Instant at) {
        Map<String, String> facts = new HashMap<>(Map.of(
                "name", recipient.name(),
                "owner", owner.name(),
                "subject", certificate.subjectDn(),
                "serial", certificate.serial().hex(),
                "acquiredAt", at.toString(),
                "notAfter", certificate.notAfter().toString()));
        if (actor.address() != null) {
            facts.put("address", actor.address());
        }
        if (certificate.renews() != null) {
            facts.put("renewal", "true");
        }
        return new Notice(
                "log-in-certificate-acquired", Objects.requireNonNull(recipient.email()), certificate.id(), facts);
    }

    /** To the owner: nobody has used the newer one, and the present one ends soon (SC-089). */
    static Notice unused(Account owner, Certificate newer, Certificate present) {
        return new Notice(
                "renewed-certificate-unused",
                Objects.requireNonNull(owner.email()),
                newer.id(),
                Map.of(
                        "name", owner.name(),
                        "subject", newer.subjectDn(),
                        "serial", newer.serial().hex(),
                        "notAfter", newer.notAfter().toString(),
                        "earlier", present.serial().hex(),
                        "earlierUntil", present.notAfter().toString()));
    }
}

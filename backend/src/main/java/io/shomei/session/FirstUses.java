package io.shomei.session;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;

/** Notes when somebody logged in with a certificate for the first time, and tells whoever wants to know. */
@ApplicationScoped
class FirstUses {
    private final CertificateRegister register;
    private final List<FirstUse> listeners;
    private final InstantSource clock;

    FirstUses(CertificateRegister register, @All List<FirstUse> listeners, InstantSource clock) {
        this.register = register;
        this.listeners = List.copyOf(listeners);
        this.clock = clock;
    }

    void note(Account account, Certificate certificate, Actor actor) {
        if (certificate.firstUsedAt() == null) {
            // Noted last: what broke off is told again at the next log-in.
            listeners.forEach(each -> each.seen(account, certificate, actor));
            QuarkusTransaction.requiringNew()
                    .run(() -> register.used(account.tenant(), certificate.id(), clock.instant()));
        }
    }
}

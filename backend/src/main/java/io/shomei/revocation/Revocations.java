package io.shomei.revocation;

import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;
import static io.shomei.revocation.RevocationProblem.CERTIFICATE_ALREADY_EXPIRED;
import static io.shomei.revocation.RevocationProblem.CERTIFICATE_ALREADY_REVOKED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Right;
import io.shomei.notification.Outbox;
import io.shomei.pki.RevocationReason;
import io.shomei.status.crl.CrlPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Revokes certificates. */
@ApplicationScoped
public class Revocations {
    private final CertificateRegister register;
    private final CrlPublisher publisher;
    private final Outbox outbox;
    private final AuditLog audit;
    private final InstantSource clock;

    Revocations(
            CertificateRegister register, CrlPublisher publisher, Outbox outbox, AuditLog audit, InstantSource clock) {
        this.register = register;
        this.publisher = publisher;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Revokes a certificate of the caller's tenant. Sessions that were opened with it are refused from the commit on, and
     * its CRL is published; the revocation stands even when publishing fails.
     */
    public CertificateState.Revoked revoke(
            Caller caller, String id, RevocationReason reason, @Nullable String comment) {
        Decision decision = QuarkusTransaction.requiringNew().call(() -> {
            Certificate certificate = register.lock(caller.tenant(), id);
            caller.require(rightFor(certificate));
            CertificateState.Revoked revoked = decide(certificate, reason, comment, caller.name(), clock.instant());
            register.become(caller.tenant(), certificate.id(), revoked);
            audit.append(AuditEntry.done(caller.tenant(), AuditOperation.CERTIFICATE_REVOKE, Actor.of(caller))
                    .on(certificate.commonName(), certificate.id().value())
                    .with(Map.of("serial", certificate.serial().hex(), "reason", reason.name())));
            Optional.ofNullable(certificate.subscriber().email())
                    .ifPresent(email -> outbox.enqueue(
                            caller.tenant(), List.of(RevocationMail.revoked(certificate, revoked, email))));
            return new Decision(certificate, revoked);
        });
        publisher.publishAfterRevocation(decision.certificate().authority());
        return decision.revoked();
    }

    /** A compromise may replace a weaker reason that was given before; nothing else changes a revocation (RFC 5280 5.3.1). */
    static CertificateState.Revoked decide(
            Certificate certificate, RevocationReason reason, @Nullable String comment, String by, Instant now) {
        if (certificate.isExpiredAt(now)) {
            throw CERTIFICATE_ALREADY_EXPIRED.because("%s", certificate.notAfter());
        }
        return switch (certificate.state()) {
            case CertificateState.Active active -> new CertificateState.Revoked(now, reason, comment, by);
            case CertificateState.Renewed renewed -> new CertificateState.Revoked(now, reason, comment, by);
            case CertificateState.Revoked earlier -> {
                if (reason == RevocationReason.KEY_COMPROMISE && earlier.reason() != RevocationReason.KEY_COMPROMISE) {
                    yield new CertificateState.Revoked(earlier.at(), reason, comment, by);
                }
                throw CERTIFICATE_ALREADY_REVOKED.because("%s", earlier.at());
            }
        };
    }

    private static Right rightFor(Certificate certificate) {
        return switch (certificate.kind()) {
            case SERVER -> Right.SERVER;
            case CODE_SIGNING -> Right.CODE_SIGNING;
            case CLIENT, SMIME -> Right.CLIENT;
            // Log-in certificates and the platform's own are the operator's business.
            case OFFICER, ADMINISTRATOR, USER, OPERATOR, PLATFORM -> throw NOT_PERMITTED.because("");
        };
    }

    private record Decision(Certificate certificate, CertificateState.Revoked revoked) {}
}

package io.shomei.renewal;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.enrolment.Enrolments;
import io.shomei.enrolment.OpenInvitations;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What officers do about certificates of their kinds that nobody has collected. */
@ApplicationScoped
class InvitationDesk {
    private final CertificateRegister register;
    private final Enrolments enrolments;
    private final OpenInvitations invitations;
    private final AuditLog audit;

    InvitationDesk(CertificateRegister register, Enrolments enrolments, OpenInvitations invitations, AuditLog audit) {
        this.register = register;
        this.enrolments = enrolments;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Sends the mail with the URL to collect a certificate once more. */
    @Transactional
    void inviteAgain(Caller caller, String id) {
        Certificate certificate = register.get(caller.tenant(), id);
        require(caller, certificate.kind());
        enrolments.inviteAgain(certificate);
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.CERTIFICATE_INVITE, Actor.of(caller))
                .on(certificate.commonName(), certificate.id().value()));
    }

    /** Gives the holder another access PIN. */
    @Transactional
    void renewPin(Caller caller, String id) {
        invitations.renewPin(caller.tenant(), invited(caller, id), Actor.of(caller));
    }

    /** A client certificate that a holder was invited to. */
    private CertificateId invited(Caller caller, String id) {
        CertificateId certificate = CertificateId.parse(id).orElseThrow(() -> NOT_FOUND.because(""));
        require(caller, invitations.kind(caller.tenant(), certificate).orElseThrow(() -> NOT_FOUND.because("")));
        return certificate;
    }

    private static void require(Caller caller, CertificateKind kind) {
        if (!Overseers.kindsOf(caller.rights()).contains(kind)) {
            throw NOT_PERMITTED.because("%s", kind);
        }
    }
}

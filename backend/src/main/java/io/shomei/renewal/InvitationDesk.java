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
import io.shomei.enrolment.InvitationAddresses;
import io.shomei.enrolment.OpenInvitations;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.profile.CertificateKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What officers do about certificates of their kinds that nobody has collected. */
@ApplicationScoped
class InvitationDesk {
    private final CertificateRegister register;
    private final Enrolments enrolments;
    private final OpenInvitations invitations;
    private final InvitationAddresses addresses;
    private final AuditLog audit;

    InvitationDesk(
            CertificateRegister register,
            Enrolments enrolments,
            OpenInvitations invitations,
            InvitationAddresses addresses,
            AuditLog audit) {
        this.register = register;
        this.enrolments = enrolments;
        this.invitations = invitations;
        this.addresses = addresses;
        this.audit = audit;
    }

    /** Sends the mails with the URLs to collect a certificate once more. */
    @Transactional
    void inviteAgain(Caller caller, String id) {
        Optional<CertificateId> invited = find(caller, id);
        if (invited.isPresent()) {
            invitations.inviteAgain(caller.tenant(), invited.get(), Actor.of(caller));
            return;
        }
        Certificate certificate = register.get(caller.tenant(), id);
        require(caller, certificate.kind());
        enrolments.inviteAgain(certificate);
        audit.append(told(caller, certificate));
    }

    private static AuditEntry told(Caller caller, Certificate certificate) {
        return AuditEntry.done(caller.tenant(), AuditOperation.CERTIFICATE_INVITE, Actor.of(caller))
                .on(certificate.commonName(), certificate.id().value());
    }

    /**
     * What was sent once more.
     *
     * @param left certificates that were asked for and are not waiting, or not of the officer's kinds
     */
    record Sent(int certificates, int mails, int left) {}

    /** The same for many at once. */
    @Transactional
    Sent inviteAgain(Caller caller, List<String> ids) {
        Set<CertificateId> wanted =
                ids.stream().flatMap(id -> CertificateId.parse(id).stream()).collect(Collectors.toSet());
        Set<CertificateKind> kinds = Overseers.kindsOf(caller.rights());
        OpenInvitations.Sent ofHolders = invitations.inviteAgain(caller.tenant(), kinds, wanted, Actor.of(caller));
        List<Certificate> others = enrolments.inviteAgain(caller.tenant(), kinds, wanted);
        audit.append(others.stream().map(each -> told(caller, each)).toList());
        int sent = ofHolders.certificates().size() + others.size();
        return new Sent(sent, ofHolders.mails() + others.size(), ids.size() - sent);
    }

    /** Gives the holder another access PIN. */
    @Transactional
    void renewPin(Caller caller, String id) {
        invitations.renewPin(caller.tenant(), invited(caller, id), Actor.of(caller));
    }

    /** Corrects where the mails of an invitation go. */
    @Transactional
    void readdress(Caller caller, String id, String administrator, String holder) {
        addresses.readdress(caller.tenant(), invited(caller, id), administrator, holder, Actor.of(caller));
    }

    /** Takes back an invitation that no browser has come for. */
    @Transactional
    void withdraw(Caller caller, String id) {
        invitations.withdraw(caller.tenant(), invited(caller, id), Actor.of(caller));
    }

    private CertificateId invited(Caller caller, String id) {
        return find(caller, id).orElseThrow(() -> NOT_FOUND.because(""));
    }

    /** A client certificate that a holder was invited to, with the right to its kind. */
    private Optional<CertificateId> find(Caller caller, String id) {
        return CertificateId.parse(id)
                .filter(certificate -> invitations
                        .kind(caller.tenant(), certificate)
                        .map(kind -> require(caller, kind))
                        .isPresent());
    }

    private static CertificateKind require(Caller caller, CertificateKind kind) {
        if (!Overseers.kindsOf(caller.rights()).contains(kind)) {
            throw NOT_PERMITTED.because("%s", kind);
        }
        return kind;
    }
}

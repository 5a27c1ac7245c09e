package io.shomei.renewal;

import static io.shomei.kernel.KernelProblem.MALFORMED_REQUEST;
import static io.shomei.kernel.Role.IS_OFFICER;

import io.shomei.api.InvitationAddresses;
import io.shomei.api.InvitationApi;
import io.shomei.api.InvitationMailOrder;
import io.shomei.api.InvitationMails;
import io.shomei.kernel.InputFault;
import io.shomei.pki.MailAddress;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Idempotency;
import io.shomei.web.InputFaults;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_OFFICER)
class InvitationResource implements InvitationApi {
    private static final String INVITE = "inviteManyAgain";

    private final InvitationDesk invitations;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;

    InvitationResource(
            InvitationDesk invitations, Idempotency idempotency, CurrentCaller caller, RequestFacts request) {
        this.invitations = invitations;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
    }

    @Override
    public void inviteAgain(String id) {
        invitations.inviteAgain(caller.get(), id);
    }

    @Override
    public InvitationMails inviteManyAgain(InvitationMailOrder body, @Nullable String idempotencyKey) {
        InvitationDesk.Sent sent = idempotency.once(
                caller.get(),
                idempotencyKey,
                INVITE,
                body.toString(),
                InvitationDesk.Sent.class,
                () -> invitations.inviteAgain(caller.get(), body.certificates()));
        return new InvitationMails(sent.certificates(), sent.mails(), sent.left());
    }

    @Override
    public void correctInvitation(String id, InvitationAddresses body) {
        List<InputFault> faults = Stream.of(
                        fault("/administrator", body.administrator()), fault("/holder", body.holder()))
                .flatMap(Optional::stream)
                .toList();
        if (!faults.isEmpty()) {
            throw MALFORMED_REQUEST.with(faults);
        }
        invitations.readdress(caller.get(), id, body.administrator(), body.holder());
    }

    private Optional<InputFault> fault(String pointer, String address) {
        return MailAddress.check(address) instanceof MailAddress.Check.Good
                ? Optional.empty()
                : Optional.of(InputFaults.of(pointer, "Email", request.language()));
    }

    @Override
    public void withdrawInvitation(String id) {
        invitations.withdraw(caller.get(), id);
    }

    @Override
    public void renewAccessPin(String id) {
        invitations.renewPin(caller.get(), id);
    }
}

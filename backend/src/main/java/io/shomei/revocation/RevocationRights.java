package io.shomei.revocation;

import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;
import static io.shomei.revocation.RevocationProblem.REVOCATION_NOT_OFFERED;

import io.shomei.certificate.Certificate;
import io.shomei.kernel.Caller;
import io.shomei.kernel.ProblemCode;
import io.shomei.kernel.Role;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Revocation.Revoker;
import io.shomei.profile.CertificateKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who may revoke what: an operator everything, an officer what the own rights say, an administrator the certificates of people;
 * the latter two where the policy of their tenant lets them. Log-in certificates of officers and administrators, and the
 * platform's own, are the operator's business. Where {@code revocation.by} names the person, everybody revokes the certificates that they
 * log in with, such as that of a device that was lost.
 */
public final class RevocationRights {
    private static final Set<CertificateKind> OF_PEOPLE =
            EnumSet.of(CertificateKind.CLIENT, CertificateKind.SMIME, CertificateKind.USER);

    private RevocationRights() {}

    /** Why the caller may revoke nothing at all; empty when the kind of certificate decides. */
    public static Optional<ProblemCode> refusal(Caller caller, Policy policy) {
        return revokesOwn(policy) ? Optional.empty() : refusal(caller.role(), policy);
    }

    /** The same of the certificates of others, and of anybody in a role. */
    public static Optional<ProblemCode> refusal(Role role, Policy policy) {
        return switch (role) {
            case OPERATOR -> Optional.empty();
            case OFFICER -> offered(policy, Revoker.OFFICER);
            case ADMINISTRATOR -> offered(policy, Revoker.TENANT_ADMINISTRATOR);
            case USER -> Optional.of(NOT_PERMITTED);
        };
    }

    /** Why the caller may not revoke many at once in this way. An operator may in every way. */
    public static Optional<ProblemCode> bulkRefusal(Caller caller, Policy policy, Policy.Revocation.Bulk way) {
        return bulkRefusal(caller.role(), policy, way);
    }

    /** The same of anybody in a role. */
    public static Optional<ProblemCode> bulkRefusal(Role role, Policy policy, Policy.Revocation.Bulk way) {
        return refusal(role, policy)
                .or(() -> role == Role.OPERATOR || policy.revocation().bulk().contains(way)
                        ? Optional.empty()
                        : Optional.of(REVOCATION_NOT_OFFERED));
    }

    /** Whether the caller may revoke this certificate of the own tenant; an operator one of any. */
    public static boolean covers(Caller caller, Policy policy, Certificate certificate) {
        boolean own = caller.account().equals(certificate.account());
        return (own && revokesOwn(policy))
                || (refusal(caller.role(), policy).isEmpty() && covers(caller, certificate.kind()));
    }

    /** Whether people revoke the certificates that they log in with. */
    public static boolean revokesOwn(Policy policy) {
        return policy.revocation().by().contains(Revoker.SUBJECT);
    }

    /** Whether the caller, who may revoke those of others, may revoke certificates of this kind. */
    public static boolean covers(Caller caller, CertificateKind kind) {
        return switch (caller.role()) {
            case OPERATOR -> true;
            case OFFICER -> kind.isCoveredBy(caller.rights());
            case ADMINISTRATOR, USER -> OF_PEOPLE.contains(kind);
        };
    }

    private static Optional<ProblemCode> offered(Policy policy, Revoker revoker) {
        return policy.revocation().by().contains(revoker) ? Optional.empty() : Optional.of(REVOCATION_NOT_OFFERED);
    }
}

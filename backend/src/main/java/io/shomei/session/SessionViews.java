package io.shomei.session;

import static io.shomei.session.SessionProblem.SESSION_ENDED;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Standing;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Role;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.session.SessionView.ConfirmationPin;
import io.shomei.session.SessionView.Warning;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what the pages of a session show. */
@ApplicationScoped
class SessionViews {
    /** From so long before its last day on a person is told that their password grows old. */
    private static final Duration PASSWORD_WARNING = Duration.ofDays(14);

    private final SessionRepository sessions;
    private final Accounts accounts;
    private final NewBeginnings beginnings;
    private final Tenants tenants;
    private final Policies policies;
    private final CertificateRegister register;
    private final Secrets secrets;
    private final InstantSource clock;

    SessionViews(
            SessionRepository sessions,
            Accounts accounts,
            NewBeginnings beginnings,
            Tenants tenants,
            Policies policies,
            CertificateRegister register,
            Secrets secrets,
            InstantSource clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.beginnings = beginnings;
        this.tenants = tenants;
        this.policies = policies;
        this.register = register;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Transactional
    SessionView view(Caller caller) {
        SessionRow session =
                sessions.findSession(caller.tenant(), caller.session()).orElseThrow(() -> SESSION_ENDED.because(""));
        return view(session, accounts.find(caller.tenant(), caller.account()).orElseThrow());
    }

    @Transactional
    SessionView view(SessionRow session, Account account) {
        Tenant tenant = tenants.recent(account.tenant());
        Policy policy = policies.of(account.tenant());
        Certificate certificate = session.certificate() == null
                ? null
                : register.find(account.tenant(), session.certificate()).orElse(null);
        Map<SecretKind, SecretState> states = secrets.states(account).stream()
                .filter(SecretState::usable)
                .collect(Collectors.toMap(SecretState::kind, Function.identity()));
        SecretState secret = SecretKind.ofLogIn(policy).map(states::get).orElse(null);
        Standing standing = Standing.of(
                policy, tenant.timeZone(), register.ofAccount(account.tenant(), account.id()), clock.instant());
        SecretKind otpKind = OtpChoice.kindAmong(policy, states::containsKey).orElse(null);
        return new SessionView(
                session,
                account,
                tenant,
                policy,
                certificate,
                certificate == null ? null : EntranceOffers.Terms.of(standing, certificate),
                Standing.isInSession(policy) && !standing.isFull() && beginnings.areOpen(account, standing),
                secret,
                otpKind,
                otpKind == SecretKind.GRID_CARD && session.state() == SessionState.OTP_REQUIRED
                        ? secrets.gridChallenge(account)
                        : List.of(),
                confirmationPin(policy, states.containsKey(SecretKind.CONFIRMATION_PIN)),
                sessions.previous(account.tenant(), account.id(), session, 1).stream()
                        .findFirst()
                        .orElse(null),
                shown(session, account, policy.session().shownLogins()),
                warnings(tenant, secret, standing, certificate));
    }

    private List<PreviousLogIn> shown(SessionRow session, Account account, int most) {
        return account.role() == Role.ADMINISTRATOR
                ? sessions.previous(account.tenant(), session, most)
                : sessions.previous(account.tenant(), account.id(), session, most);
    }

    private static ConfirmationPin confirmationPin(Policy policy, boolean set) {
        if (!OwnSecrets.asksForConfirmationPin(policy)) {
            return ConfirmationPin.UNUSED;
        }
        return set ? ConfirmationPin.SET : ConfirmationPin.MISSING;
    }

    private List<Warning> warnings(
            Tenant tenant, @Nullable SecretState secret, Standing standing, @Nullable Certificate certificate) {
        List<Warning> warnings = new ArrayList<>();
        if (secret != null && secret.expiresOn() != null) {
            Instant end = secret.expiresOn().atStartOfDay(tenant.timeZone()).toInstant();
            Instant now = clock.instant();
            if (secret.warn()) {
                warnings.add(new Warning(Warning.Kind.PASSWORD_EXPIRED, end));
            } else if (now.isBefore(end) && !now.isBefore(end.minus(PASSWORD_WARNING))) {
                warnings.add(new Warning(Warning.Kind.PASSWORD_EXPIRES, end));
            }
        }
        if (certificate != null && standing.isRenewable(certificate)) {
            warnings.add(new Warning(Warning.Kind.CERTIFICATE_RENEWABLE, certificate.notAfter()));
        }
        if (certificate != null && standing.isNewerUnused(certificate)) {
            warnings.add(new Warning(Warning.Kind.NEWER_CERTIFICATE_UNUSED, certificate.notAfter()));
        } else if (certificate != null && standing.newerThan(certificate).isPresent()) {
            warnings.add(new Warning(Warning.Kind.NEWER_CERTIFICATE, certificate.notAfter()));
        }
        return warnings;
    }
}

package io.shomei.revocation;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.KernelProblem.NOT_PERMITTED;
import static io.shomei.revocation.RevocationProblem.CERTIFICATE_ALREADY_EXPIRED;
import static io.shomei.revocation.RevocationProblem.CERTIFICATE_ALREADY_REVOKED;
import static io.shomei.revocation.RevocationProblem.INVALIDITY_DATE_WRONG;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.jobs.Together;
import io.shomei.jobs.Together.Asked;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Single revocations of a tenant that are asked for at the same time share a transaction, which takes about as long for many as for one.
 * Each is decided by itself: what refuses one touches no other.
 */
@ApplicationScoped
class RevocationsTogether {
    private static final int MOST_AT_ONCE = 100;

    private final CertificateRegister register;
    private final RevocationEffects effects;
    private final ActiveAuthorities activeAuthorities;
    private final Policies policies;
    private final InstantSource clock;
    private final Map<TenantId, Together<Wish, Revoked>> tenants = new ConcurrentHashMap<>();

    RevocationsTogether(
            CertificateRegister register,
            RevocationEffects effects,
            ActiveAuthorities activeAuthorities,
            Policies policies,
            InstantSource clock) {
        this.register = register;
        this.effects = effects;
        this.activeAuthorities = activeAuthorities;
        this.policies = policies;
        this.clock = clock;
    }

    private record Wish(CertificateId certificate, Caller caller, Grounds grounds) {}

    /**
     * Ends when the revocation is committed.
     *
     * @throws ProblemException where there is no such certificate, the caller has no right to its kind, or it is not to be revoked
     */
    Revoked revoke(TenantId tenant, CertificateId certificate, Caller caller, Grounds grounds) {
        return tenants.computeIfAbsent(
                        tenant,
                        each -> new Together<>("revocation", MOST_AT_ONCE, _ -> 1, wishes -> carryOut(each, wishes)))
                .await(new Wish(certificate, caller, grounds));
    }

    private void carryOut(TenantId tenant, List<Asked<Wish, Revoked>> wishes) {
        if (areOfDifferentCertificates(wishes)) {
            try {
                QuarkusTransaction.requiringNew()
                        .call(() -> decide(tenant, wishes))
                        .forEach(Runnable::run);
                return;
            } catch (RuntimeException failed) {
                if (wishes.size() == 1) {
                    wishes.getFirst().answer().completeExceptionally(failed);
                    return;
                }
                Log.warnf(failed, "%d revocations failed together; each is tried alone", wishes.size());
            }
        }
        wishes.forEach(alone -> carryOut(tenant, List.of(alone)));
    }

    private static boolean areOfDifferentCertificates(List<Asked<Wish, Revoked>> wishes) {
        return wishes.stream()
                        .map(each -> each.question().certificate())
                        .distinct()
                        .count()
                == wishes.size();
    }

    /** The answers, to be given after the commit. */
    private List<Runnable> decide(TenantId tenant, List<Asked<Wish, Revoked>> wishes) {
        Map<CertificateId, Certificate> locked =
                register
                        .lock(
                                tenant,
                                wishes.stream()
                                        .map(each -> each.question().certificate())
                                        .toList())
                        .stream()
                        .collect(Collectors.toMap(Certificate::id, each -> each));
        List<Decided> decided = new ArrayList<>();
        List<Runnable> answers = new ArrayList<>();
        for (Asked<Wish, Revoked> wish : wishes) {
            try {
                Decided one = decide(locked.get(wish.question().certificate()), wish.question());
                decided.add(one);
                answers.add(() -> wish.answer().complete(one.revoked()));
            } catch (ProblemException refusal) {
                answers.add(() -> wish.answer().completeExceptionally(refusal));
            }
        }
        effects.apply(tenant, decided);
        return answers;
    }

    private Decided decide(@Nullable Certificate certificate, Wish wish) {
        Caller caller = wish.caller();
        // 1. The certificate is there for the caller, who has the right for its kind.
        if (certificate == null) {
            throw NOT_FOUND.because("");
        }
        if (!RevocationRights.covers(caller, policies.of(caller.tenant()), certificate)) {
            throw NOT_PERMITTED.because("%s", certificate.kind());
        }
        activeAuthorities.refuse(certificate);
        // 2. Decided as a pure function.
        var state = decide(certificate, wish.grounds(), caller.name(), clock.instant());
        return new Decided(new Revoked(certificate, state), Actor.of(caller), wish.grounds(), Map.of());
    }

    static CertificateState.Revoked decide(Certificate certificate, Grounds grounds, String by, Instant now) {
        Instant date = grounds.invalidityDate();
        if (date != null && date.isBefore(certificate.notBefore())) {
            throw INVALIDITY_DATE_WRONG.because("%s < %s", date, certificate.notBefore());
        }
        return switch (Verdict.on(certificate, grounds, by, now)) {
            case Verdict.Revocable(var state) -> state;
            case Verdict.Replaceable(var state) -> state;
            case Verdict.AlreadyRevoked(Instant at) -> throw CERTIFICATE_ALREADY_REVOKED.because("%s", at);
            case Verdict.Expired(Instant at) -> throw CERTIFICATE_ALREADY_EXPIRED.because("%s", at);
        };
    }
}

package io.shomei.authority;

import static io.shomei.authority.AuthorityProblem.AUTHORITY_SIGNED_OTHERS;
import static io.shomei.authority.AuthorityProblem.AUTHORITY_STATE_FORBIDS;
import static io.shomei.authority.AuthorityProblem.GENERATION_NOT_NEXT;
import static io.shomei.authority.AuthorityProblem.GENERATION_PENDING;
import static io.shomei.authority.AuthorityProblem.ISSUER_UNSUITABLE;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.Caller;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.pki.KeySpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The next generation of a line: signed here, or by a request that is handed out. */
@ApplicationScoped
class RollOver {
    private final AuthorityRepository repository;
    private final Authorities authorities;
    private final Hierarchy hierarchy;
    private final Ceremony ceremony;
    private final KeyStorage keys;
    private final Jobs jobs;
    private final AuditLog audit;
    private final InstantSource clock;

    RollOver(
            AuthorityRepository repository,
            Authorities authorities,
            Hierarchy hierarchy,
            Ceremony ceremony,
            KeyStorage keys,
            Jobs jobs,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.authorities = authorities;
        this.hierarchy = hierarchy;
        this.ceremony = ceremony;
        this.keys = keys;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The generation that is wanted.
     *
     * @param number the one after the newest: two who ask for the same one get one
     * @param elsewhere whether its certificate is signed somewhere else
     * @param issuer who signs it here; null for the newest that can
     * @param key null for the kind that the generation before has
     */
    record Next(
            int number,
            boolean elsewhere,
            @Nullable String issuer,
            @Nullable KeySpec key) {}

    /**
     * Makes the next generation of a line. One that is signed here issues from now on; one that is signed elsewhere waits for its
     * certificate.
     */
    Generation next(Caller caller, String line, Next next) {
        Plan plan = hierarchy.find(line).orElseThrow(() -> NOT_FOUND.because(""));
        return authorities.change(() -> {
            List<Generation> generations = repository.generationsOf(line);
            if (generations.isEmpty() && !authorities.isPossible(plan)) {
                throw NOT_FOUND.because("");
            }
            if (!generations.isEmpty() && generations.getFirst() instanceof PendingAuthority pending) {
                throw GENERATION_PENDING.because("%s", pending.name());
            }
            int number = Generation.numberAfter(generations);
            if (next.number() != number) {
                throw GENERATION_NOT_NEXT.because("%d", number);
            }
            Generation made = make(plan, generations, next, Actor.of(caller));
            if (made instanceof Authority) {
                jobs.start(Authorities.LISTS_JOB, made.name());
            }
            return made;
        });
    }

    /** The request of one that waits for its certificate. */
    PendingAuthority pending(String name) {
        return switch (repository.findGeneration(name).orElseThrow(() -> NOT_FOUND.because(""))) {
            case PendingAuthority pending -> pending;
            case Authority authority -> throw AUTHORITY_STATE_FORBIDS.because("%s: %s", name, authority.state());
        };
    }

    /**
     * Gives up one that waits for its certificate, and destroys its key; or forgets one whose key is elsewhere and that no chain leads
     * through.
     */
    void discard(Caller caller, String name) {
        authorities.change(() -> {
            Generation generation = repository.findGeneration(name).orElseThrow(() -> NOT_FOUND.because(""));
            AuditOperation operation = switch (generation) {
                case PendingAuthority pending -> {
                    repository.remove(pending);
                    keys.remove(Plan.keyName(name));
                    yield AuditOperation.AUTHORITY_DISCARD;
                }
                case Authority authority -> {
                    requireForgettable(authority);
                    repository.remove(authority);
                    yield AuditOperation.AUTHORITY_DISTRUST;
                }
            };
            audit.append(AuditEntry.done(TenantId.PLATFORM, operation, Actor.of(caller))
                    .on(generation.label(), null)
                    .with(Map.of("authority", name)));
            return generation;
        });
    }

    private void requireForgettable(Authority authority) {
        if (authority.state() != Authority.State.EXTERNAL) {
            throw AUTHORITY_STATE_FORBIDS.because("%s: %s", authority.name(), authority.state());
        }
        repository.inOrder().stream()
                .filter(each -> each.issuer().equals(authority.name()) && !each.equals(authority))
                .findFirst()
                .ifPresent(below -> {
                    throw AUTHORITY_SIGNED_OTHERS.because("%s", below.name());
                });
    }

    /** Those that can sign the next generation of a line here, the best first. */
    List<Authority> issuersFor(Plan plan, List<Authority> from) {
        return plan.isRoot()
                ? List.of()
                : from.stream()
                        .filter(this::maySignAuthorities)
                        .sorted(Comparator.comparing(
                                        (Authority each) -> !each.line().equals(plan.issuer()))
                                .thenComparing(Authority::generation, Comparator.reverseOrder()))
                        .toList();
    }

    private Generation make(Plan plan, List<Generation> before, Next next, Actor actor) {
        KeySpec key = next.key() != null ? next.key() : keyOf(plan, before);
        if (plan.isRoot()) {
            if (next.elsewhere() || next.issuer() != null) {
                throw ISSUER_UNSUITABLE.because("%s", plan.name());
            }
            return ceremony.root(plan, next.number(), key, actor);
        }
        if (next.elsewhere()) {
            return ceremony.request(plan, next.number(), key, actor);
        }
        Authority issuer = issuersFor(plan, repository.inOrder()).stream()
                .filter(each -> next.issuer() == null || each.name().equals(next.issuer()))
                .findFirst()
                .orElseThrow(() -> ISSUER_UNSUITABLE.because("%s", next.issuer() == null ? "" : next.issuer()));
        return ceremony.subordinate(plan, next.number(), key, issuer, actor);
    }

    /** The kind that the newest generation has; of a line without one, what is planned. */
    private static KeySpec keyOf(Plan plan, List<Generation> generations) {
        return !generations.isEmpty() && generations.getFirst() instanceof Authority newest
                ? newest.certificate().keySpec().orElse(plan.key())
                : plan.key();
    }

    /** RFC 5280 4.2.1.9: at least one authority may follow. */
    private boolean maySignAuthorities(Authority authority) {
        return authority.issuesAt(clock.instant()) && authority.certificate().mayCertifyAuthorities();
    }
}

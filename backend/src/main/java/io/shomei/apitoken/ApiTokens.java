package io.shomei.apitoken;

import static io.shomei.apitoken.ApiTokenProblem.API_TOKENS_TOO_MANY;
import static io.shomei.apitoken.ApiTokenProblem.API_TOKEN_ENDED;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.web.WebProblem.SESSION_REQUIRED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.ipallowlist.IpAllowlists;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.notification.Outbox;
import io.shomei.web.AddressRange;
import io.shomei.web.RequestFacts;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes, takes back and knows the tokens of scripts. */
@ApplicationScoped
public class ApiTokens {
    /** A token that was used this recently is not written again. */
    private static final Duration GRAIN = Duration.ofMinutes(5);

    private static final int SHOWN = 200;
    private static final int WARNED_AT_ONCE = 500;

    private final ApiTokenRepository tokens;
    private final IpAllowlists addresses;
    private final Outbox outbox;
    private final EventOutbox events;
    private final AuditLog audit;
    private final ApiTokenConfig config;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    ApiTokens(
            ApiTokenRepository tokens,
            IpAllowlists addresses,
            Outbox outbox,
            EventOutbox events,
            AuditLog audit,
            ApiTokenConfig config,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.tokens = tokens;
        this.addresses = addresses;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
        this.config = config;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** What a token shall be. */
    record Wish(String name, Set<Scope> scopes, Instant expiresAt, List<AddressRange> addresses) {}

    /** A new token, with what is shown this once. */
    record Created(ApiToken token, TokenSecret secret) {}

    /** Who calls with a token, and what for. */
    record Admitted(Caller caller, Set<String> scopes) {}

    /** The newest first. */
    @Transactional
    List<ApiToken> list(Caller caller) {
        return tokens.ofAccount(caller.tenant(), caller.account(), SHOWN);
    }

    /** What is wrong with an end, if anything. */
    Optional<String> faultOf(Instant expiresAt) {
        Instant now = clock.instant();
        if (!expiresAt.isAfter(now)) {
            return Optional.of("NotAhead");
        }
        return expiresAt.isAfter(now.plus(Duration.ofDays(config.mostDays())))
                ? Optional.of("TooFarAhead")
                : Optional.empty();
    }

    /** @param wish one in which no fault was found */
    @Transactional
    Created create(Caller caller, Wish wish) {
        Instant now = clock.instant();
        tokens.lock(caller.tenant(), caller.account());
        if (tokens.countActive(caller.tenant(), caller.account(), now) >= config.mostTokens()) {
            throw API_TOKENS_TOO_MANY.because("%d", config.mostTokens());
        }
        TokenSecret secret = TokenSecret.random(random);
        ApiToken token = new ApiToken(
                ids.next(),
                caller.tenant(),
                caller.account(),
                wish.name(),
                wish.scopes(),
                wish.addresses(),
                now,
                wish.expiresAt(),
                null,
                null,
                null);
        tokens.add(token, secret.hash());
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.APITOKEN_CREATE, Actor.of(caller))
                .on(token.name(), token.id())
                .with(Map.of(
                        "scopes",
                        text(token.scopes()),
                        "addresses",
                        token.addresses().stream().map(AddressRange::toString).collect(Collectors.joining(", ")),
                        "expiresAt",
                        token.expiresAt().toString())));
        return new Created(token, secret);
    }

    /** Takes a token of the caller's own back; it is refused from the next request on. */
    @Transactional
    void revoke(Caller caller, UUID id) {
        ApiToken token = tokens.revoke(caller.tenant(), caller.account(), id, clock.instant())
                .orElseThrow(() -> NOT_FOUND.because(""));
        audit.append(AuditEntry.done(caller.tenant(), AuditOperation.APITOKEN_REVOKE, Actor.of(caller))
                .on(token.name(), token.id()));
    }

    /** Whatever scripts do as an account is refused from the commit on: somebody else may have made the tokens. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endOfAccount(Account account, Actor by) {
        tokens.revokeAll(account.tenant(), account.id(), clock.instant())
                .forEach(token -> audit.append(AuditEntry.done(account.tenant(), AuditOperation.APITOKEN_REVOKE, by)
                        .on(token.name(), token.id())
                        .with(account.facts())));
    }

    /** Who calls with this; refused when the token, its account or its tenant has ended, or from another address than it is for. */
    Admitted check(TokenSecret secret, RequestFacts.Facts request) {
        TokenOwner owner = tokens.findOwner(secret.hash()).orElseThrow(() -> SESSION_REQUIRED.because(""));
        ApiToken token = owner.token();
        Instant now = clock.instant();
        if (!owner.active() || token.stateAt(now) != ApiToken.State.ACTIVE) {
            throw API_TOKEN_ENDED.because("%s", token.name());
        }
        owner.tenantState().requireActive(owner.tenantCode());
        Caller caller = new Caller(
                token.account(),
                token.tenant(),
                owner.role(),
                owner.rights(),
                owner.name() + " (" + token.name() + ")",
                token.id(),
                request.address(),
                request.requestId());
        addresses.admit(token.tenant(), false, Actor.of(caller));
        addresses.admit(token.tenant(), token.addresses(), Actor.of(caller));
        if (token.lastUsedAt() == null || token.lastUsedAt().plus(GRAIN).isBefore(now)) {
            tokens.used(token.tenant(), token.id(), now, request.address());
        }
        return new Admitted(caller, token.scopes().stream().map(Scope::code).collect(Collectors.toUnmodifiableSet()));
    }

    /** Tells people of tokens that end soon, once for each. */
    void warn() {
        Instant now = clock.instant();
        QuarkusTransaction.requiringNew()
                .run(() -> tokens.takeEnding(now, now.plus(config.warning()), WARNED_AT_ONCE)
                        .forEach(this::tell));
    }

    private void tell(EndingToken ending) {
        outbox.enqueue(ending.tenant(), List.of(ApiTokenMail.ending(ending)));
        events.tell(
                ending.tenant(),
                () -> List.of(Event.apiTokenEnding(ending.id(), ending.name(), ending.owner(), ending.expiresAt())));
    }

    private static String text(Set<Scope> scopes) {
        return scopes.stream().map(Scope::code).sorted().collect(Collectors.joining(", "));
    }
}

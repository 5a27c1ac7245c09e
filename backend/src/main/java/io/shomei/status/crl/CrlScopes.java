package io.shomei.status.crl;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.CrlScope;
import io.shomei.certificate.RevokedCertificate;
import io.shomei.certificate.RevokedCertificates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How it stands with the lists of every authority whose key is here: for whoever runs the platform. */
@ApplicationScoped
class CrlScopes {
    /** A backlog beyond this is told as "at least". */
    static final int COUNTED = 1_000;

    private final CrlRepository repository;
    private final RevokedCertificates revoked;
    private final Authorities authorities;
    private final CrlSchedule schedule;

    CrlScopes(CrlRepository repository, RevokedCertificates revoked, Authorities authorities, CrlSchedule schedule) {
        this.repository = repository;
        this.revoked = revoked;
        this.authorities = authorities;
        this.schedule = schedule;
    }

    /** By authority and part. */
    @Transactional
    List<CrlScopeState> list() {
        Map<CrlScope, Map<Crl.Kind, Crl>> newest = repository.newestOfAll().stream()
                .collect(Collectors.groupingBy(Crl::scope, Collectors.toMap(Crl::kind, Function.identity())));
        return authorities.all().stream()
                .flatMap(authority -> CrlPublisher.scopes(authority).map(scope -> state(authority, scope, newest)))
                .toList();
    }

    private CrlScopeState state(Authority authority, CrlScope scope, Map<CrlScope, Map<Crl.Kind, Crl>> newest) {
        Map<Crl.Kind, Crl> lists = newest.getOrDefault(scope, Map.of());
        Optional<Crl> full = Optional.ofNullable(lists.get(Crl.Kind.FULL));
        Optional<Crl> delta = Optional.ofNullable(lists.get(Crl.Kind.DELTA));
        List<RevokedCertificate> waiting = revoked.waiting(scope, COUNTED);
        return new CrlScopeState(
                scope,
                authority.label(),
                authority.crlShards(),
                full,
                delta,
                full.map(schedule::dueAt),
                Stream.concat(full.stream(), delta.stream())
                        .max((one, other) -> Long.compare(one.number(), other.number()))
                        .flatMap(repository::madeIn),
                waiting.size(),
                waiting.stream().findFirst().map(RevokedCertificate::revokedAt));
    }
}

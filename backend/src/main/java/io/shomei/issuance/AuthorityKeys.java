package io.shomei.issuance;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.Ids;
import io.shomei.pki.KeyFingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Counts the keys of authorities, roots and such as are elsewhere among them, as used: nobody else gets a certificate of one. */
@ApplicationScoped
class AuthorityKeys implements RecurringJob {
    private final Authorities authorities;
    private final IssuanceRepository repository;
    private final Ids ids;
    private final Set<KeyFingerprint> entered = ConcurrentHashMap.newKeySet();

    AuthorityKeys(Authorities authorities, IssuanceRepository repository, Ids ids) {
        this.authorities = authorities;
        this.repository = repository;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "authority-keys";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    @Transactional
    public void run() {
        for (Authority authority : authorities.all()) {
            KeyFingerprint key = KeyFingerprint.of(authority.certificate().publicKeyInfo());
            if (!entered.contains(key)) {
                repository.useKey(key, ids.next());
                entered.add(key);
            }
        }
    }
}

package io.shomei.issuance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.authority.SigningAuthority;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.OwnCertificateRepository.Entry;
import io.shomei.issuance.OwnCertificateRepository.Made;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.SigningKey;
import io.shomei.pki.CertificateDer;
import io.shomei.profile.Profiles;
import io.shomei.tenant.PermittedNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes certificates of the platform's own, one at a time for each purpose, however many copies want to. */
@ApplicationScoped
class OwnCertificateMaker {
    /** How long the key of a replaced certificate stays for copies that have not noticed yet. */
    private static final Duration GRACE = Duration.ofHours(1);

    private final OwnCertificateRepository repository;
    private final Issuance issuance;
    private final CertificateRegister register;
    private final Profiles profiles;
    private final KeyStorage keys;
    private final Ids ids;
    private final InstantSource clock;

    OwnCertificateMaker(
            OwnCertificateRepository repository,
            Issuance issuance,
            CertificateRegister register,
            Profiles profiles,
            KeyStorage keys,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.issuance = issuance;
        this.register = register;
        this.profiles = profiles;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Makes the next certificate for a purpose, unless another copy of the platform just did. What was interrupted is
     * continued with the same key and the same id, so that it never yields a second certificate.
     *
     * @param isGood whether one that is there will do
     */
    Made make(OwnPurpose purpose, SigningAuthority signer, Predicate<Made> isGood) {
        // 1. Under the lock, find out whether there is anything to do, and write down the key and id it will have.
        Entry entry = QuarkusTransaction.requiringNew().call(() -> {
            repository.lock(purpose.name());
            Optional<Made> made = repository.newestMade(purpose.name());
            return made.filter(isGood).map(Made::entry).orElseGet(() -> begin(purpose, made));
        });
        // 2. The key: whichever copy stores it first, all use that one.
        SigningKey key = keys.getOrCreate(entry.keyName(), purpose.key());
        // 3. Under the lock again, have it certified, unless another copy did.
        return QuarkusTransaction.requiringNew().call(() -> {
            repository.lock(purpose.name());
            Optional<Made> made = repository
                    .newestMade(purpose.name())
                    .filter(newest -> newest.entry().number() >= entry.number());
            if (made.isPresent()) {
                return made.get();
            }
            Made now = certify(purpose, entry, key, signer);
            repository.complete(now, clock.instant());
            return now;
        });
    }

    /** Destroys keys whose certificates were replaced a while ago. Their certificates stay in the register. */
    void removeReplaced() {
        QuarkusTransaction.requiringNew()
                .run(() -> repository
                        .replacedBefore(clock.instant().minus(GRACE))
                        .forEach(entry -> {
                            keys.remove(entry.keyName());
                            repository.remove(entry);
                        }));
    }

    private Entry begin(OwnPurpose purpose, Optional<Made> made) {
        Optional<Entry> newest = repository.newest(purpose.name());
        int number = newest.map(Entry::number).orElse(0);
        if (number > made.map(each -> each.entry().number()).orElse(0)) {
            return newest.orElseThrow();
        }
        int next = number + 1;
        Entry entry =
                new Entry(purpose.name(), next, "own-" + purpose.name() + "-" + next, new CertificateId(ids.next()));
        repository.add(entry);
        return entry;
    }

    private Made certify(OwnPurpose purpose, Entry entry, SigningKey key, SigningAuthority signer) {
        Optional<Certificate> before = register.find(TenantId.PLATFORM, entry.id());
        if (before.isPresent()) {
            return new Made(
                    entry,
                    before.get().authority(),
                    CertificateDer.ofDer(before.get().der()));
        }
        Order order = new Order(
                entry.id(),
                profiles.get(purpose.profile()),
                purpose.subject(),
                PermittedNames.ofPlatform(purpose.names()),
                Order.Key.of(purpose.key(), key.publicKey().getEncoded()),
                Subscriber.NONE,
                null,
                null,
                null,
                null);
        Outcome outcome = issuance.issue(TenantId.PLATFORM, List.of(order), _ -> signer, Actor.PLATFORM, _ -> {})
                .getFirst();
        return switch (outcome) {
            case Outcome.Issued issued -> new Made(entry, issued.authority(), issued.certificate());
            case Outcome.Refused refused ->
                throw new IllegalStateException(
                        "the own certificate for " + purpose.name() + " was refused: " + refused);
        };
    }
}

package io.shomei.acquisition;

import io.shomei.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;

/** Ends what accounts have begun, for who takes their certificates or secrets from them. */
@ApplicationScoped
public class OpenAcquisitions {
    private final AcquisitionRepository repository;
    private final InstantSource clock;

    OpenAcquisitions(AcquisitionRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Of an account that the running transaction has locked: what is being issued is not, and nothing is collected any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(Account account) {
        repository.end(account, clock.instant());
    }
}

package io.shomei.timestamp.clock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.shomei.database.DatabaseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of the database, which all copies of the platform share. Two clocks that disagree cannot both be right. */
final class DatabaseReference implements TimeReference {
    private final ClockRepository repository;
    private final InstantSource clock;

    DatabaseReference(ClockRepository repository, InstantSource clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public Offset measure() throws SilentReference {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                // The first question opens the connection, whose time must not count.
                repository.databaseTime();
                Instant asked = clock.instant();
                Instant theirs = repository.databaseTime();
                Duration half = Duration.between(asked, clock.instant()).dividedBy(2);
                return new Offset(Duration.between(theirs, asked.plus(half)), half);
            });
        } catch (DatabaseException | QuarkusTransactionException failed) {
            throw new SilentReference("the database does not answer");
        }
    }
}

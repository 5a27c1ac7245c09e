package io.shomei.testing;

import io.quarkus.arc.Arc;
import io.shomei.status.crl.CrlPublisher;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Makes anew the revocation lists that were made while a test had moved the clock ahead. The platform would hold to their
 * time, and the tools of later tests know the wall clock only.
 */
public final class PresentLists implements AfterEachCallback {
    private static final Duration MOMENT = Duration.ofMinutes(1);

    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        Instant now = Instant.now();
        boolean moved =
                Duration.between(now, bean(TestClock.class).instant()).abs().compareTo(MOMENT) > 0;
        if (!moved && takeBack() > 0) {
            bean(CrlPublisher.class).publishDue();
        }
    }

    private static int takeBack() throws SQLException {
        try (Connection connection = bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate("""
                    update crl set this_update = now() - interval '1 day', made_at = least(made_at, now())
                    where this_update > now()""");
        }
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}

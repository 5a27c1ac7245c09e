package io.shomei.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Changes rows of any tenant, as no operation of the platform does: back to what they were before a crash, say. */
@Singleton
public class EveryTenant {
    private final DataSource database;

    EveryTenant(DataSource database) {
        this.database = database;
    }

    /** Changes exactly one row. */
    public void update(String statement, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement scope =
                            connection.prepareStatement("select set_config('shomei.tenant', '*', true)");
                    PreparedStatement update = connection.prepareStatement(statement)) {
                scope.execute();
                for (int i = 0; i < values.length; i++) {
                    update.setObject(i + 1, values[i]);
                }
                assertThat(update.executeUpdate()).isEqualTo(1);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }
}

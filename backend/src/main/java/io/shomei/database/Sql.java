package io.shomei.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Statements in the running transaction, for what is read as projections or written in bulk. Parameters are always bound.
 * An {@link Instant} is bound as a timestamp in UTC; an array is bound as a PostgreSQL array.
 */
public final class Sql {
    /** Rows fetched at once when many are read. */
    private static final int FETCH = 1_000;

    private final DataSource source;
    private final TenantSetting setting;

    Sql(DataSource source, TenantSetting setting) {
        this.source = source;
        this.setting = setting;
    }

    /** Reads one row of a result. */
    @FunctionalInterface
    public interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    public int update(String statement, @Nullable Object... parameters) {
        return with(statement, parameters, PreparedStatement::getUpdateCount);
    }

    public <T> Optional<T> one(String query, RowReader<T> reader, @Nullable Object... parameters) {
        return with(query, parameters, statement -> {
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
            }
        });
    }

    public <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... parameters) {
        return with(query, parameters, statement -> {
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
            }
            return found;
        });
    }

    /**
     * Hands the rows on one by one as they arrive; memory stays the same however many there are. Needs a transaction, in which
     * the driver reads through a cursor.
     */
    public <T> void stream(String query, RowReader<T> reader, Consumer<T> consumer, @Nullable Object... parameters) {
        stream(FETCH, query, reader, consumer, parameters);
    }

    /**
     * As {@link #stream}, for rows of which a thousand would be too much at once.
     *
     * @param atOnce how many rows are fetched together
     */
    public <T> void stream(
            int atOnce, String query, RowReader<T> reader, Consumer<T> consumer, @Nullable Object... parameters) {
        setting.set(this);
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            bind(connection, statement, 1, parameters);
            statement.setFetchSize(atOnce);
            // Binary from the first time on: times and octets need not become text and back.
            statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(reader.read(rows));
                }
            }
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    /** Rows of a query, at most {@code bound + 1}: a list never counts a whole register. */
    public long count(String fromAndWhere, long bound, @Nullable Object... parameters) {
        return one(
                        "select count(*) from (select 1 " + fromAndWhere + " limit " + (bound + 1) + ") counted",
                        row -> row.getLong(1),
                        parameters)
                .orElse(0L);
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** A timestamp that the schema says is never null. */
    public static Instant instantOf(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    @FunctionalInterface
    private interface Work<T extends @Nullable Object> {
        T on(PreparedStatement executed) throws SQLException;
    }

    /** The statement that names the tenant goes with the first one, in the same packet and the same implicit transaction. */
    private <T extends @Nullable Object> T with(String text, @Nullable Object[] parameters, Work<T> work) {
        boolean first = setting.isMissing();
        try (Connection connection = source.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement(first ? TenantSetting.STATEMENT + ";" + text : text)) {
            if (first) {
                statement.setString(1, setting.value());
            }
            bind(connection, statement, first ? 2 : 1, parameters);
            statement.execute();
            if (first) {
                setting.done();
                statement.getMoreResults();
            }
            return work.on(statement);
        } catch (SQLException failed) {
            throw new DatabaseException(failed);
        }
    }

    private static void bind(
            Connection connection, PreparedStatement statement, int firstIndex, @Nullable Object[] parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(connection, statement, firstIndex + i, parameters[i]);
        }
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case String[] array -> statement.setArray(index, connection.createArrayOf("text", array));
            case UUID[] array -> statement.setArray(index, connection.createArrayOf("uuid", array));
            case Long[] array -> statement.setArray(index, connection.createArrayOf("bigint", array));
            case Integer[] array -> statement.setArray(index, connection.createArrayOf("integer", array));
            case byte[][] array -> statement.setArray(index, connection.createArrayOf("bytea", array));
            case Instant[] array -> statement.setArray(index, connection.createArrayOf("timestamptz", texts(array)));
            case null, default -> statement.setObject(index, value);
        }
    }

    private static @Nullable String[] texts(@Nullable Instant[] instants) {
        @Nullable String[] texts = new @Nullable String[instants.length];
        for (int i = 0; i < instants.length; i++) {
            Instant instant = instants[i];
            texts[i] = instant == null ? null : instant.toString();
        }
        return texts;
    }
}

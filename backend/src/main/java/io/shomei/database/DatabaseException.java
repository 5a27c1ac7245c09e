package io.shomei.database;

import java.sql.SQLException;

/** The database did not do what it was asked: a bug or an outage, never a refusal. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(SQLException cause) {
        super(cause);
    }

    /** Whether a unique constraint was violated: somebody else was first. */
    public boolean isDuplicate() {
        return getCause() instanceof SQLException failed && "23505".equals(failed.getSQLState());
    }
}

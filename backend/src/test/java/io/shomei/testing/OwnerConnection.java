package io.shomei.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database as its owner sees it, who migrates it: what the application itself may not do. */
public final class OwnerConnection {
    private OwnerConnection() {}

    public static Connection open() throws SQLException {
        Config config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.flyway.username", String.class),
                config.getValue("quarkus.flyway.password", String.class));
    }

    /** The first column of the first row that a query of all tenants finds; empty where it finds none. */
    public static String text(String query) throws SQLException {
        try (Connection connection = open();
                Statement statement = ofAllTenants(connection);
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** Changes what no application would. */
    public static void change(String update) throws SQLException {
        try (Connection connection = open();
                Statement statement = ofAllTenants(connection)) {
            statement.execute(update);
            connection.commit();
        }
    }

    private static Statement ofAllTenants(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Statement statement = connection.createStatement();
        statement.execute("select set_config('shomei.tenant', '*', true)");
        return statement;
    }
}

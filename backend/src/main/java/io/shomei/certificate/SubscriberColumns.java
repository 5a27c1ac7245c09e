package io.shomei.certificate;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The columns of a certificate, and of views of certificates, that name its subscriber. */
public final class SubscriberColumns {
    private SubscriberColumns() {}

    public static Subscriber read(ResultSet row) throws SQLException {
        return new Subscriber(
                row.getString("subscriber_name"),
                row.getString("subscriber_unit"),
                row.getString("subscriber_email"),
                row.getString("subscriber_software"));
    }
}

package io.shomei.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.audit.seal.HistoryCheck.Found;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody does to the history in the database itself, past every right of the platform, is found. */
@ShomeiTest
class HistoryCheckTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    AuditLog log;

    @Inject
    Sealer sealer;

    @Inject
    HistoryCheck check;

    private Connection owner;
    private String target;
    private Found before;

    @BeforeEach
    void anEvent() throws SQLException {
        Fixtures.Organisation tenant = given.tenant("checked");
        target = tenant.code();
        log.appendNow(AuditEntry.done(tenant.id(), AuditOperation.POLICY_CHANGE, Actor.PLATFORM)
                .on(target, null));
        sealer.seal();
        owner = OwnerConnection.open();
        as("alter table audit_event disable trigger user");
        as("select set_config('shomei.tenant', '*', false)");
        as("create temporary table kept as select * from audit_event where operation = 'policy.change' and target = '"
                + target + "'");
        as("alter table kept drop column words");
        before = check.check();
    }

    @AfterEach
    void asItWas() throws SQLException {
        as("delete from audit_event where target in ('" + target + "', 'forged') and operation = 'policy.change'");
        as("insert into audit_event select * from kept");
        as("alter table audit_event enable trigger user");
        owner.close();
    }

    @Test
    void anEventThatWasChanged() throws SQLException {
        as("update audit_event set outcome = 'FAILURE' where operation = 'policy.change' and target = '" + target
                + "'");
        assertThat(check.check()).isEqualTo(new Found(before.changed() + 1, before.removed(), before.inserted()));
    }

    @Test
    void anEventThatWasRemoved() throws SQLException {
        as("delete from audit_event where operation = 'policy.change' and target = '" + target + "'");
        assertThat(check.check()).isEqualTo(new Found(before.changed(), before.removed() + 1, before.inserted()));
    }

    @Test
    void anEventThatWasPutInIsTold() throws SQLException {
        as("create temporary table forged as select * from kept");
        as("update forged set id = overlay(id::text placing 'ffff' from 20)::uuid, target = 'forged'");
        as("insert into audit_event select * from forged");
        assertThat(check.check()).isEqualTo(new Found(before.changed(), before.removed(), before.inserted() + 1));

        check.run();
        http.plain()
                .get("/q/metrics")
                .then()
                .body(containsString(HistoryCheck.FAULTS + " " + (double) (before.all() + 1)));
        http.as(given.operator("Service Desk"))
                .queryParam("operation", "audit.check")
                .get("/api/v1/audit-events")
                .then()
                .statusCode(200)
                .body("items[0].outcome", equalTo("FAILURE"))
                .body("items[0].detail.inserted", equalTo(String.valueOf(before.inserted() + 1)));
    }

    private void as(String statement) throws SQLException {
        try (Statement executed = owner.createStatement()) {
            executed.execute(statement);
        }
    }
}

package io.shomei;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.testing.Exercised;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.Refusals;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests of the application: each operation of the contract that would have changed something, and was refused to somebody
 * who is logged in, is in the history as a failure, in every way in which any test saw it refused.
 */
@ShomeiTest
@Order(Integer.MAX_VALUE - 1)
class RefusalsInHistoryTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Test
    void whateverWasRefusedIsInTheHistory() throws SQLException {
        Person officer = given.tenant("a").officer("Hanako Sato");
        Refusals.is(http.as(officer).put("/api/v1/certificates/nothing/mute"), 404, "not-found");
        Map<String, String> refused = Exercised.refusals();
        assertThat(refused).containsValue("muteCertificate not-found");
        Set<String> written = Set.copyOf(Arrays.asList(OwnerConnection.text("""
                        select string_agg(distinct request_id, ' ') from audit_event
                        where outcome = 'FAILURE' and request_id is not null""").split(" ")));
        Set<String> missing = new TreeSet<>();
        refused.forEach((request, what) -> {
            if (!written.contains(request)) {
                missing.add(what);
            }
        });
        assertThat(missing).isEmpty();
    }
}

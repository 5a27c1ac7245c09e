package io.shomei.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.testing.CompanySteps;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Mailbox;
import io.shomei.testing.OwnerConnection;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The administrator of a company is told of what ends, thirty days before, once and together. */
@ShomeiTest
class CompanyExpiryTest {
    @Inject
    CompanySteps companies;

    @Inject
    ExpiryNotices notices;

    @Test
    void whatBecomesDueTogetherIsOneMail() throws Exception {
        Fixtures.Organisation company = companies.company("ending", 10);
        Person mori = company.administrator("Jiro Mori");
        companies.issued(mori, 4);
        OwnerConnection.change("""
                update certificate set not_after = now() + interval '30 days' - interval '1 minute',
                    issued_at = now() - interval '335 days'
                where tenant_id = '%s' and common_name in ('client_000001', 'client_000002', 'client_000003')""".formatted(company.id()));
        notices.sendDue(company.id());
        notices.sendDue(company.id());
        Mailbox.Received mail = Mailbox.await(mori.email(), "expire within 30 days");
        assertThat(mail.subject()).contains("(3)");
        assertThat(mail.text())
                .contains("client_000001", "client_000002", "client_000003")
                .doesNotContain("client_000004");
        assertThat(Mailbox.to(mori.email())).hasSize(1);
    }
}

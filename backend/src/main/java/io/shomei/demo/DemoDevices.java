package io.shomei.demo;

import io.shomei.account.Account;
import io.shomei.issuancejob.PromptIssuance;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.pki.KeySpec;
import io.shomei.pki.RevocationReason;
import io.shomei.revocation.Grounds;
import io.shomei.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The devices of the demonstration's company: some have certificates, and of these some were revoked. */
@ApplicationScoped
class DemoDevices {
    private static final int ISSUED = 20;
    private static final int REVOKED = 2;

    private final PromptIssuance issuance;
    private final Revocations revocations;
    private final Ids ids;

    DemoDevices(PromptIssuance issuance, Revocations revocations, Ids ids) {
        this.issuance = issuance;
        this.revocations = revocations;
        this.ids = ids;
    }

    void equip(Account administrator) {
        Caller caller = new Caller(
                administrator.id(),
                administrator.tenant(),
                administrator.role(),
                administrator.rights(),
                administrator.name(),
                ids.next(),
                "127.0.0.1",
                ids.next().toString());
        List<CertificateId> issued = issuance.issue(caller, ISSUED, KeySpec.P256);
        issued.stream()
                .limit(REVOKED)
                .forEach(each -> revocations.revoke(
                        caller, each.toString(), Grounds.of(RevocationReason.CESSATION_OF_OPERATION)));
    }
}

package io.shomei.acquisition;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.audit.Actor;
import io.shomei.escrow.Escrow;
import io.shomei.issuance.Order;
import io.shomei.jobs.Job;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;

/**
 * Makes the key and the certificate of somebody who proved who they are, after the answer. The key waits in escrow. After a crash it is
 * done again, and there is one certificate.
 */
@ApplicationScoped
class AcquisitionJob implements Job {
    static final String NAME = "acquisition";

    private final AcquisitionWork work;
    private final Escrow escrow;
    private final Secrets secrets;
    private final Accounts accounts;
    private final Profiles profiles;
    private final SecureRandom random;

    AcquisitionJob(
            AcquisitionWork work,
            Escrow escrow,
            Secrets secrets,
            Accounts accounts,
            Profiles profiles,
            SecureRandom random) {
        this.work = work;
        this.escrow = escrow;
        this.secrets = secrets;
        this.accounts = accounts;
        this.profiles = profiles;
        this.random = random;
    }

    static String instance(Acquisition acquisition) {
        return acquisition.tenant() + "/" + acquisition.certificate();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String instance) {
        String[] parts = instance.split("/", 2);
        TenantId tenant = TenantId.parse(parts[0]).orElseThrow();
        CertificateId certificate = CertificateId.parse(parts[1]).orElseThrow();
        work.find(tenant, certificate).filter(Acquisition::isUnderWay).ifPresent(this::issue);
    }

    private void issue(Acquisition acquisition) {
        Account account =
                accounts.find(acquisition.tenant(), acquisition.account()).orElseThrow();
        KeySpec spec = profiles.get(acquisition.profile()).keys().iterator().next();
        KeyPair pair = spec.generate(random);
        Actor whoever = account.actor(acquisition.begunFrom(), null);
        try {
            work.issue(
                    acquisition,
                    Order.Key.of(spec, pair.getPublic().getEncoded()),
                    whoever,
                    (certificate, deadline) -> {
                        escrow.keep(
                                account.tenant(),
                                List.of(new Escrow.Deposit(certificate.id(), pair.getPrivate(), null, deadline)));
                        secrets.keep(account, SecretKind.ACQUISITION_PASSWORD);
                    });
        } catch (ProblemException refusal) {
            work.fail(acquisition);
        }
    }
}

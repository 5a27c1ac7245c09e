package io.shomei.issuancejob;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Language;
import io.shomei.pki.KeySpec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Has certificates issued by a job that whoever asks waits for, instead of one in the background. */
@ApplicationScoped
public class PromptIssuance {
    private final IssuanceJobs jobs;
    private final IssuanceJobRepository repository;
    private final IssuanceWork work;

    PromptIssuance(IssuanceJobs jobs, IssuanceJobRepository repository, IssuanceWork work) {
        this.jobs = jobs;
        this.repository = repository;
        this.work = work;
    }

    /** Certificates under the next names of the caller's tenant, in their order. */
    public List<CertificateId> issue(Caller administrator, int count, KeySpec key) {
        IssuanceJob job = jobs.begin(administrator, new Wish.Fresh(count), key, null, Language.JA, begun -> {
            // It is carried out below.
        });
        work.run(IssuanceWork.instance(job));
        return QuarkusTransaction.requiringNew().call(() -> repository.issued(job.tenant(), job.id()));
    }
}

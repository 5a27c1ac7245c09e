package io.shomei.renewal;

import io.shomei.certificate.CertificateRegister;
import io.shomei.jobs.LapseJob;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings back to the desk what has to be renewed again, because nobody collected the successor in time. */
@ApplicationScoped
class LapsedRenewalsJob implements LapseJob {
    private final CertificateRegister register;

    LapsedRenewalsJob(CertificateRegister register) {
        this.register = register;
    }

    @Override
    public String name() {
        return "lapsed-renewals";
    }

    @Override
    public int chunk() {
        return 500;
    }

    @Override
    public int end(int most) {
        return register.endLapsedRenewals(most);
    }
}

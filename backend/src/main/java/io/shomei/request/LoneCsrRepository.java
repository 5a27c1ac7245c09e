package io.shomei.request;

import io.shomei.database.TenantScope;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/** The CSRs of single requests, for lists to show. Those in files are kept with their rows. */
@ApplicationScoped
class LoneCsrRepository {
    private final TenantScope scope;

    LoneCsrRepository(TenantScope scope) {
        this.scope = scope;
    }

    /**
     * @param csr base64 in one line
     */
    void add(TenantId tenant, CertificateId certificate, String csr) {
        scope.in(tenant)
                .update(
                        "insert into certificate_csr (tenant_id, certificate_id, csr) values (?, ?, ?)",
                        tenant.value(),
                        certificate.value(),
                        csr);
    }
}

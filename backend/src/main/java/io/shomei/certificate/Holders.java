package io.shomei.certificate;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;

/**
 * Who holds the client certificates of a tenant. A holder is entered under the id that the certificate has or will have: where a browser
 * makes the key, the person is known before the certificate is.
 */
@ApplicationScoped
public class Holders {
    private final HolderRepository repository;

    Holders(HolderRepository repository) {
        this.repository = repository;
    }

    /** Enters holders in the running transaction; whose certificate has one already keeps it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void enter(TenantId tenant, Map<CertificateId, Holder> holders) {
        if (!holders.isEmpty()) {
            repository.add(tenant, holders);
        }
    }

    /** Gives a holder another mail address. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void readdress(TenantId tenant, CertificateId certificate, String email) {
        repository.readdress(tenant, certificate, email);
    }

    /** The holders of these certificates; a server certificate has none. */
    @Transactional
    public Map<CertificateId, Holder> of(TenantId tenant, Collection<CertificateId> certificates) {
        return repository.of(tenant, certificates);
    }
}

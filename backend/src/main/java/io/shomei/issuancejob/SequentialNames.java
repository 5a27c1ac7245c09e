package io.shomei.issuancejob;

import io.shomei.issuance.SubjectNames;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Templates;
import io.shomei.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Makes names by number, such as {@code client_000001}. No number is used twice in a tenant, whatever became of the certificate. */
@ApplicationScoped
class SequentialNames {
    private final NameSequenceRepository sequence;
    private final SubjectNames names;
    private final ClientSubjects subjects;
    private final Ids ids;

    SequentialNames(NameSequenceRepository sequence, SubjectNames names, ClientSubjects subjects, Ids ids) {
        this.sequence = sequence;
        this.names = names;
        this.subjects = subjects;
        this.ids = ids;
    }

    /** Keeps others from taking numbers of this tenant until the running transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(TenantId tenant) {
        sequence.lock(tenant);
    }

    /**
     * Takes so many names for new certificates, in the running transaction, which has the lock. A name that the tenant has used otherwise
     * is passed over.
     *
     * @return the names in their order by the ids of the certificates, which are in the same order
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<CertificateId, String> take(Tenant tenant, Offer offer, int count) {
        Map<CertificateId, String> taken = new TreeMap<>();
        while (taken.size() < count) {
            taken.putAll(free(tenant, offer, count - taken.size()));
        }
        return taken;
    }

    private Map<CertificateId, String> free(Tenant tenant, Offer offer, int count) {
        long last = sequence.advance(tenant.id(), count);
        Map<CertificateId, String> names = new TreeMap<>();
        Map<CertificateId, String> unique = new HashMap<>();
        List<UUID> fresh = ids.next(count);
        for (int i = 0; i < count; i++) {
            CertificateId id = new CertificateId(fresh.get(i));
            String name = Templates.fill(offer.names(), Map.of("seq", String.valueOf(last - count + 1 + i)));
            names.put(id, name);
            unique.put(id, SubjectNames.of(offer.profile().kind(), subjects.of(tenant, offer.profile(), name)));
        }
        Set<CertificateId> used =
                this.names.reserve(tenant.id(), offer.profile().kind(), unique);
        names.keySet().removeAll(used);
        return names;
    }
}

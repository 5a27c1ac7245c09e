package io.shomei.tenant;

import io.shomei.kernel.Caller;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What becomes of the officers whom institution files name; the service desk appoints them. */
public interface InstitutionOfficers {
    /**
     * Whom a file appoints.
     *
     * @param latinName the name in Latin letters, which the log-in certificate holds
     */
    record Officer(String latinName, String email) {}

    /**
     * What is against a log-in certificate of this officer; empty where nothing is.
     *
     * @param tenant that is not registered yet
     * @param policy its first one
     */
    Optional<String> objection(Tenant tenant, Policy policy, Officer officer);

    /**
     * Registers the officer of a tenant that was just registered, and invites them as the desk does.
     *
     * @param reference the document that it is done on
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void appoint(Caller caller, TenantId tenant, Officer officer, String reference, Language language);
}

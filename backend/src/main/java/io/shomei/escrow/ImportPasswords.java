package io.shomei.escrow;

import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyEncryption;
import io.shomei.keys.LegibleText;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The passwords of key files that may be fetched again and again. They are derived from the tenant's data key and the certificate's id
 * (RFC 5869), so that nothing of them is kept, and a file and the list of passwords agree whenever either is fetched.
 */
@ApplicationScoped
public class ImportPasswords {
    /** 69 bits. */
    private static final int LENGTH = 12;

    private final DataKeys dataKeys;

    ImportPasswords(DataKeys dataKeys) {
        this.dataKeys = dataKeys;
    }

    /** Letters and digits without look-alikes. */
    public String of(TenantId tenant, CertificateId certificate) {
        KeyEncryption encryption = dataKeys.of(tenant);
        return LegibleText.of(encryption.derive("import password", Ids.octets(certificate.value())), LENGTH);
    }
}

package io.shomei.download;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Right;
import io.shomei.tenant.Tenants;
import io.shomei.text.TabbedWriter;
import io.shomei.text.TextEncoding;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** Lists of a tenant's certificates. */
@ApplicationScoped
class CertificateLists {
    /** A list of a million certificates takes a while. */
    private static final int TIMEOUT_SECONDS = 1_800;

    private final ListRepository repository;
    private final Tenants tenants;
    private final AuditLog audit;
    private final InstantSource clock;

    CertificateLists(ListRepository repository, Tenants tenants, AuditLog audit, InstantSource clock) {
        this.repository = repository;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refuses who may not have lists, and writes down who takes one. */
    void authorise(Caller caller, String kinds) {
        caller.require(Right.LISTS);
        audit.appendNow(AuditEntry.done(caller.tenant(), AuditOperation.CERTIFICATE_EXPORT, Actor.of(caller))
                .on(kinds, null));
    }

    /** Writes a list while it is read. */
    void write(Caller caller, List<String> kinds, TextEncoding encoding, OutputStream out) throws IOException {
        ZoneId zone = tenants.get(caller.tenant()).timeZone();
        try (TabbedWriter file = new TabbedWriter(out, encoding)) {
            ListWriter list = new ListWriter(file, zone);
            list.headings();
            QuarkusTransaction.requiringNew()
                    .timeout(TIMEOUT_SECONDS)
                    .run(() -> repository.stream(caller.tenant(), kinds, clock.instant(), list::row));
        }
    }
}

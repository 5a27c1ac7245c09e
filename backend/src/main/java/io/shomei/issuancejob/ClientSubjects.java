package io.shomei.issuancejob;

import io.shomei.kernel.TenantId;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.profile.Profile;
import io.shomei.tenant.RegisteredSubject;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** What a certificate says of a client beside its name, as its profile has it. */
@ApplicationScoped
class ClientSubjects {
    private final Tenants tenants;

    ClientSubjects(Tenants tenants) {
        this.tenants = tenants;
    }

    DistinguishedName of(Tenant tenant, Profile profile, String commonName) {
        return profile.subject().fill((source, type) -> switch (source) {
            case REQUEST -> type == AttributeType.CN ? List.of(commonName) : List.of();
            case TENANT -> registered(tenant.subject(), type);
            case PLATFORM -> registered(tenants.recent(TenantId.PLATFORM).subject(), type);
            // The template has the value itself.
            case FIXED -> List.of();
        });
    }

    private static List<String> registered(RegisteredSubject subject, AttributeType type) {
        return switch (type) {
            case O -> List.of(subject.o());
            case L -> Stream.ofNullable(subject.l()).toList();
            case ST -> Stream.ofNullable(subject.st()).toList();
            case C -> List.of(subject.c());
            default -> List.of();
        };
    }
}

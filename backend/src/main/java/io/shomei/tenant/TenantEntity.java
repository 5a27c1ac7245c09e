package io.shomei.tenant;

import io.shomei.kernel.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "tenant")
@NullUnmarked // Hibernate fills the fields after construction.
class TenantEntity {
    @Id
    UUID id;

    String code;

    @Column(name = "name_ja")
    String nameJa;

    @Column(name = "name_en")
    String nameEn;

    @Enumerated(EnumType.STRING)
    Tenant.State state;

    @Column(name = "time_zone")
    String timeZone;

    @Column(name = "subject_o")
    String subjectO;

    @Column(name = "subject_st")
    @Nullable
    String subjectSt;

    @Column(name = "subject_l")
    @Nullable
    String subjectL;

    @Column(name = "subject_c")
    String subjectC;

    @Column(name = "created_at")
    Instant createdAt;

    int version;

    @Column(name = "state_since")
    Instant stateSince;

    @Column(name = "state_reason")
    @Nullable
    String stateReason;

    @Nullable
    Integer licences;

    static TenantEntity of(Tenant tenant, @Nullable Integer licences, Instant now) {
        TenantEntity row = new TenantEntity();
        row.id = tenant.id().value();
        row.code = tenant.code();
        row.nameJa = tenant.nameJa();
        row.nameEn = tenant.nameEn();
        row.state = tenant.state();
        row.timeZone = tenant.timeZone().getId();
        row.subjectO = tenant.subject().o();
        row.subjectSt = tenant.subject().st();
        row.subjectL = tenant.subject().l();
        row.subjectC = tenant.subject().c();
        row.createdAt = now;
        row.version = 1;
        row.stateSince = now;
        row.licences = licences;
        return row;
    }

    Tenant toTenant(List<Domain> domains) {
        return new Tenant(
                new TenantId(id),
                code,
                nameJa,
                nameEn,
                state,
                ZoneId.of(timeZone),
                new RegisteredSubject(subjectO, subjectSt, subjectL, subjectC),
                domains);
    }

    Registration toRegistration(List<Domain> domains, List<Contact> contacts) {
        return new Registration(toTenant(domains), version, stateSince, stateReason, licences, contacts);
    }
}

package io.shomei.authority;

import io.shomei.pki.CertificateDer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "authority")
@NullUnmarked // Hibernate fills the fields after construction.
class AuthorityEntity {
    @Id
    String name;

    String label;

    String issuer;

    @Column(name = "key_name")
    String keyName;

    String serial;

    byte[] certificate;

    @Enumerated(EnumType.STRING)
    Authority.State state;

    @Column(name = "created_at")
    Instant createdAt;

    static AuthorityEntity of(Ceremony.Plan plan, String keyName, CertificateDer certificate, Instant now) {
        AuthorityEntity row = new AuthorityEntity();
        row.name = plan.name();
        row.label = plan.label();
        row.issuer = plan.issuer();
        row.keyName = keyName;
        row.serial = certificate.serial().hex();
        row.certificate = certificate.encoded();
        row.state = Authority.State.ACTIVE;
        row.createdAt = now;
        return row;
    }

    Authority toAuthority() {
        return new Authority(name, label, issuer, state, CertificateDer.ofDer(certificate));
    }
}

package io.shomei.platform;

import io.shomei.audit.seal.Sealing;
import io.shomei.issuance.OwnCertificate;
import io.shomei.issuance.OwnCertificates;
import io.shomei.issuance.OwnPurpose;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Digests;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.TimeStampRefusal;
import io.shomei.profile.Profiles;
import io.shomei.timestamp.TimeStamps;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Seals the history with a certificate of the platform's own and with its own time stamps. */
@ApplicationScoped
class AuditSealing implements Sealing {
    private static final OwnPurpose PURPOSE = new OwnPurpose(
            "audit",
            Profiles.AUDIT,
            "operations",
            DistinguishedName.parse("CN=Shomei History,O=Shomei,C=JP"),
            KeySpec.P256);

    private final OwnCertificates certificates;
    private final TimeStamps timeStamps;
    private final Entrances entrances;

    AuditSealing(OwnCertificates certificates, TimeStamps timeStamps, Entrances entrances) {
        this.certificates = certificates;
        this.timeStamps = timeStamps;
        this.entrances = entrances;
    }

    @Override
    public String origin() {
        return entrances.portalUrl();
    }

    @Override
    public Signed sign(byte[] text) {
        OwnCertificate own = certificates.get(PURPOSE);
        List<CertificateDer> chain = Stream.concat(Stream.of(own.certificate()), own.chain().stream())
                .toList();
        return new Signed(own.sign(text), chain);
    }

    @Override
    public Optional<byte[]> timeStamp(byte[] text) {
        try {
            return Optional.of(timeStamps.stamp(Digests.sha256(text)));
        } catch (TimeStampRefusal untold) {
            // The log and the audit tell why already; the next seal has one again.
            return Optional.empty();
        }
    }
}

package io.shomei.timestamp;

import io.shomei.issuance.OwnCertificate;
import io.shomei.issuance.OwnCertificates;
import io.shomei.issuance.OwnPurpose;
import io.shomei.pki.DistinguishedName;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The key that stamps at the moment: the platform's own, renewed by whichever copy comes first. */
@ApplicationScoped
class StampingKeys {
    private static final String NAME = "tsa";
    private static final String PROFILE = "tsa";
    private static final String LINE = "timestamp";

    private final OwnCertificates own;
    private final OwnPurpose purpose;
    private volatile @Nullable StampingKey prepared;

    StampingKeys(OwnCertificates own, TimeStampConfig config) {
        this.own = own;
        this.purpose = new OwnPurpose(NAME, PROFILE, LINE, DistinguishedName.parse(config.subject()), config.key());
    }

    /** Made at the first call in an installation; later a look into memory. */
    StampingKey current() {
        OwnCertificate now = own.get(purpose);
        StampingKey key = prepared;
        if (key == null || !key.own().certificate().equals(now.certificate())) {
            key = new StampingKey(now);
            prepared = key;
        }
        return key;
    }
}

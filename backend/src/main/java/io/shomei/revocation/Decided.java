package io.shomei.revocation;

import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.kernel.CertificateId;
import java.util.List;
import java.util.Map;

/**
 * A revocation as it is carried out.
 *
 * @param facts further ones for the history
 */
record Decided(Revoked revoked, Actor actor, Grounds grounds, Map<String, String> facts) {
    /** Many, by one and on the same grounds. */
    static List<Decided> all(List<Revoked> revoked, Actor actor, Grounds grounds, Map<String, String> facts) {
        return revoked.stream()
                .map(each -> new Decided(each, actor, grounds, facts))
                .toList();
    }

    Certificate certificate() {
        return revoked.certificate();
    }

    CertificateId id() {
        return certificate().id();
    }
}

package io.shomei.status.ocsp;

import io.quarkus.logging.Log;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.issuance.OwnCertificate;
import io.shomei.issuance.OwnCertificates;
import io.shomei.issuance.OwnPurpose;
import io.shomei.lint.ocsp.OcspDelegation;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.CertId;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.IssuerHash;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who answers for which authority: one signer for each generation whose key is here. */
@ApplicationScoped
public class OcspSigners {
    private final Authorities authorities;
    private final OwnCertificates certificates;
    private final OcspConfig config;
    private final Map<String, OcspSigner> signers = new ConcurrentHashMap<>();
    private volatile Known known = new Known(List.of(), Map.of());

    OcspSigners(Authorities authorities, OwnCertificates certificates, OcspConfig config) {
        this.authorities = authorities;
        this.certificates = certificates;
        this.config = config;
    }

    /** Has the signers' certificates made, beside everything else, so that hardly anybody who asks has to wait for that. */
    public void prepare() {
        Thread.ofVirtual()
                .name("ocsp-signers")
                .start(() ->
                        authorities.all().stream().filter(Authority::hasKey).forEach(this::prepare));
    }

    private void prepare(Authority authority) {
        try {
            signerFor(authority);
        } catch (RuntimeException failed) {
            // Tried again when somebody asks; the alarm metric tells, too.
            Log.errorf(failed, "nobody can answer for authority %s yet", authority.name());
        }
    }

    /** The authority that issued what is asked about, where it is one of ours that can answer. */
    Optional<Authority> issuerOf(CertId certificate) {
        return certificate.issuer().map(known()::get);
    }

    OcspSigner signerFor(Authority authority) {
        OwnCertificate own = certificates.get(purpose(authority));
        OcspSigner signer = signers.get(authority.name());
        if (signer == null || !signer.uses(own)) {
            signer = new OcspSigner(authority, own, config.lifetime());
            signers.put(authority.name(), signer);
        }
        return signer;
    }

    private Map<IssuerHash, Authority> known() {
        List<Authority> all = authorities.all();
        Known now = known;
        if (now.all() != all) {
            now = Known.of(all);
            known = now;
        }
        return now.byHash();
    }

    private static OwnPurpose purpose(Authority authority) {
        return new OwnPurpose(
                "ocsp-" + authority.name(),
                Profiles.OCSP,
                authority.name(),
                DistinguishedName.of(List.of(
                        new Attribute(AttributeType.CN, authority.label() + " OCSP"),
                        new Attribute(AttributeType.O, "Shomei"),
                        new Attribute(AttributeType.C, "JP"))),
                keyOf(authority));
    }

    /** A key of the authority's own kind: who can verify the certificates can verify what is said of them. */
    private static KeySpec keyOf(Authority authority) {
        KeySpec key = authority.certificate().keySpec().orElseThrow();
        // A signer lives for weeks; the largest RSA keys would only be slow.
        return key.isRsa() ? KeySpec.RSA_2048 : key;
    }

    private record Known(List<Authority> all, Map<IssuerHash, Authority> byHash) {
        static Known of(List<Authority> all) {
            Map<IssuerHash, Authority> byHash = new HashMap<>();
            for (Authority authority : all) {
                if (authority.hasKey()) {
                    OcspDelegation.hashes(authority.certificate()).forEach(hash -> byHash.put(hash, authority));
                }
            }
            return new Known(all, byHash);
        }
    }
}

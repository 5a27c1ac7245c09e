package io.shomei.authority;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.CertificateTemplate;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What certificates of one authority and one profile have in common, prepared once. */
@ApplicationScoped
public class CertificateTemplates {
    private final AuthorityAddresses addresses;
    private final AuthorityConfig config;
    private final Map<Key, CertificateTemplate> prepared = new ConcurrentHashMap<>();

    CertificateTemplates(AuthorityAddresses addresses, AuthorityConfig config) {
        this.addresses = addresses;
        this.config = config;
    }

    /**
     * The template of certificates that an authority signs.
     *
     * @param key the kind of the subject's key
     * @param crlShard the revocation list they will be on
     */
    public CertificateTemplate of(SigningAuthority authority, Profile profile, KeySpec key, int crlShard) {
        return prepared.computeIfAbsent(
                new Key(authority.authority().name(), profile.id(), profile.version(), key, crlShard),
                _ -> prepare(authority, profile, key, crlShard));
    }

    /** As {@link #of}, for a profile that is only tried out: nothing is kept of it. */
    public CertificateTemplate prepare(SigningAuthority authority, Profile profile, KeySpec key, int crlShard) {
        String name = authority.authority().name();
        CertificateDer issuer = authority.authority().certificate();
        var template = new CertificateTemplate.Builder(issuer.subject(), authority.scheme())
                .authorityKey(issuer.keyIdentifier().orElseThrow())
                .keyUsage(profile.usagesFor(key))
                .extendedKeyUsage(
                        profile.purposesAreCritical(),
                        profile.purposes().stream()
                                .map(ExtendedKeyUsage::oid)
                                .sorted()
                                .toList())
                .endEntity()
                .policies(profile.policies());
        if (profile.isOcspSigner()) {
            // RFC 6960 4.2.2.2.1, BR 7.1.2.8: nobody asks for its status, so it does not say where that is told.
            return template.ocspNoCheck().build();
        }
        return template.crlDistributionPoint(List.of(addresses.crl(name, crlShard)))
                .freshestCrl(config.deltaLists() ? List.of(addresses.deltaCrl(name, crlShard)) : List.of())
                .authorityInformationAccess(List.of(addresses.ocsp()), List.of(addresses.certificate(name)))
                .build();
    }

    private record Key(String authority, String profile, int version, KeySpec key, int crlShard) {}
}

package io.shomei.authority;

import io.shomei.api.AuthorityApi;
import io.shomei.api.AuthorityList;
import io.shomei.pki.CertificateDer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import java.util.HexFormat;

@RunOnVirtualThread
class AuthorityResource implements AuthorityApi {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Authorities authorities;

    AuthorityResource(Authorities authorities) {
        this.authorities = authorities;
    }

    @Override
    @PermitAll
    public AuthorityList listAuthorities() {
        return new AuthorityList(authorities.all().stream().map(this::authority).toList());
    }

    private io.shomei.api.Authority authority(Authority authority) {
        CertificateDer certificate = authority.certificate();
        return new io.shomei.api.Authority(
                authority.name(),
                authority.label(),
                certificate.subject().text(),
                certificate.issuer().text(),
                certificate.serial().hex(),
                certificate.notBefore(),
                certificate.notAfter(),
                io.shomei.api.Authority.StateEnum.valueOf(authority.state().name()),
                certificate.keyDescription(),
                certificate.signatureAlgorithm(),
                HEX.formatHex(certificate.sha1Fingerprint()),
                HEX.formatHex(certificate.sha256Fingerprint()),
                certificate.pem(),
                authorities.certificateUrl(authority.name()),
                authorities.pemUrl(authority.name()),
                authorities.crlUrl(authority.name(), 0));
    }
}

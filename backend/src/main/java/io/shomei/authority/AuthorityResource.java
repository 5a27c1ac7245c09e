package io.shomei.authority;

import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.AuthorityApi;
import io.shomei.api.AuthorityKey;
import io.shomei.api.AuthorityLine;
import io.shomei.api.AuthorityLineList;
import io.shomei.api.AuthorityList;
import io.shomei.api.AuthorityState;
import io.shomei.api.CertificateUpload;
import io.shomei.api.CompromiseRequest;
import io.shomei.api.CrlShards;
import io.shomei.api.GenerationRequest;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.pki.VerifiedCsr;
import io.shomei.web.CurrentCaller;
import io.shomei.web.Downloads;
import io.shomei.web.Idempotency;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.Response;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
@RolesAllowed(IS_OPERATOR)
class AuthorityResource implements AuthorityApi {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Authorities authorities;
    private final AuthorityAddresses addresses;
    private final AuthorityLines lines;
    private final RollOver rollOver;
    private final Certification certification;
    private final AuthorityStates states;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final RequestFacts request;

    AuthorityResource(
            Authorities authorities,
            AuthorityAddresses addresses,
            AuthorityLines lines,
            RollOver rollOver,
            Certification certification,
            AuthorityStates states,
            Idempotency idempotency,
            CurrentCaller caller,
            RequestFacts request) {
        this.authorities = authorities;
        this.addresses = addresses;
        this.lines = lines;
        this.rollOver = rollOver;
        this.certification = certification;
        this.states = states;
        this.idempotency = idempotency;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @PermitAll
    public AuthorityList listAuthorities() {
        return list(authorities.all());
    }

    @Override
    public AuthorityList trustAuthorities(CertificateUpload body) {
        return list(certification.trust(caller.get(), body.certificates(), request.language()));
    }

    @Override
    public AuthorityLineList listAuthorityLines() {
        return new AuthorityLineList(lines.all().stream().map(this::line).toList());
    }

    @Override
    public io.shomei.api.Generation createGeneration(
            String name, GenerationRequest body, @Nullable String idempotencyKey) {
        var next = new RollOver.Next(
                body.generation(),
                body.signed() == GenerationRequest.SignedEnum.ELSEWHERE,
                body.issuer(),
                key(body.key()));
        return idempotency.once(
                caller.get(),
                idempotencyKey,
                "createGeneration",
                name + body,
                io.shomei.api.Generation.class,
                () -> generation(rollOver.next(caller.get(), name, next)));
    }

    @Override
    public Response downloadAuthorityRequest(String name) {
        PendingAuthority pending = rollOver.pending(name);
        return Downloads.text("application/x-pem-file", name + ".csr", pending.pem());
    }

    @Override
    public io.shomei.api.Authority certifyAuthority(String name, CertificateUpload body) {
        return authority(certification.certify(caller.get(), name, body.certificates(), request.language()));
    }

    @Override
    public void discardAuthority(String name) {
        rollOver.discard(caller.get(), name);
    }

    @Override
    public io.shomei.api.Authority retireAuthority(String name) {
        return authority(states.retire(caller.get(), name));
    }

    @Override
    public AuthorityList compromiseAuthority(String name, CompromiseRequest body) {
        Optional<CertificateDer> presented = request.presentedCertificate().flatMap(AuthorityResource::read);
        return list(states.compromise(caller.get(), presented, name, body.confirmation()));
    }

    @Override
    public io.shomei.api.Authority spreadAuthority(String name, CrlShards body) {
        return authority(states.spread(caller.get(), name, body.crlShards()));
    }

    private AuthorityList list(Collection<Authority> of) {
        return new AuthorityList(of.stream().map(this::authority).toList());
    }

    private io.shomei.api.Authority authority(Authority authority) {
        CertificateDer certificate = authority.certificate();
        String name = authority.name();
        return new io.shomei.api.Authority(
                name,
                authority.line(),
                authority.generation(),
                authority.label(),
                authority.isRoot(),
                authorities.isIssuing(authority),
                certificate.subject().text(),
                certificate.issuer().text(),
                certificate.serialHex(),
                certificate.notBefore(),
                certificate.notAfter(),
                AuthorityState.valueOf(authority.state().name()),
                certificate.keyDescription(),
                certificate.signatureAlgorithm(),
                HEX.formatHex(certificate.sha1Fingerprint()),
                HEX.formatHex(certificate.sha256Fingerprint()),
                certificate.pem(),
                addresses.certificate(name),
                addresses.pem(name),
                addresses.pkcs7Chain(name),
                addresses.pemChain(name),
                crlUrls(authority),
                authority.hasKey() ? authorities.ocspUrl() : null);
    }

    private List<String> crlUrls(Authority authority) {
        return authority.hasKey()
                ? IntStream.range(0, authority.crlShards())
                        .mapToObj(shard -> addresses.crl(authority.name(), shard))
                        .toList()
                : List.of();
    }

    private AuthorityLine line(AuthorityLines.Line line) {
        return new AuthorityLine(
                line.plan().name(),
                line.plan().label(),
                line.plan().isRoot(),
                line.issuing().orElse(null),
                line.nextGeneration(),
                line.issuers(),
                line.generations().stream().map(this::generation).toList());
    }

    private io.shomei.api.Generation generation(Generation generation) {
        return switch (generation) {
            case Authority authority ->
                new io.shomei.api.Generation(
                        authority.name(),
                        authority.line(),
                        authority.generation(),
                        authority.label(),
                        AuthorityState.valueOf(authority.state().name()),
                        authorities.isIssuing(authority),
                        authority.certificate().subject().text(),
                        authority.certificate().keyDescription(),
                        authority.issuer(),
                        authority.certificate().notBefore(),
                        authority.certificate().notAfter(),
                        authority.crlShards(),
                        null);
            case PendingAuthority pending -> {
                VerifiedCsr csr = pending.request();
                yield new io.shomei.api.Generation(
                        pending.name(),
                        pending.line(),
                        pending.generation(),
                        pending.label(),
                        AuthorityState.PENDING,
                        false,
                        csr.subject().text(),
                        csr.keySpec().displayName(),
                        null,
                        null,
                        null,
                        null,
                        pending.pem());
            }
        };
    }

    private static @Nullable KeySpec key(@Nullable AuthorityKey key) {
        return key == null ? null : KeySpec.valueOf(key.name());
    }

    private static Optional<CertificateDer> read(X509Certificate presented) {
        try {
            return CertificateDer.read(presented.getEncoded());
        } catch (CertificateEncodingException unreadable) {
            return Optional.empty();
        }
    }
}

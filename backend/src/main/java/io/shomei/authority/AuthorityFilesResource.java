package io.shomei.authority;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.Pkcs7;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** CA certificates at the addresses that certificates name (RFC 5280 4.2.2.1, RFC 2585, RFC 5280 4.2.2.1 for certs-only PKCS#7). */
@RunOnVirtualThread
@PermitAll
@Path("/pki")
class AuthorityFilesResource {
    private static final String NAME = "{authority:[a-z0-9-]+}";

    private final Authorities authorities;

    AuthorityFilesResource(Authorities authorities) {
        this.authorities = authorities;
    }

    @GET
    @Path(NAME + ".crt")
    public Response der(@PathParam("authority") String name) {
        return file(find(name).certificate().encoded(), "application/pkix-cert");
    }

    @GET
    @Path(NAME + ".pem")
    public Response pem(@PathParam("authority") String name) {
        return pem(List.of(find(name).certificate()));
    }

    @GET
    @Path(NAME + ".p7c")
    public Response chain(@PathParam("authority") String name) {
        return file(Pkcs7.certsOnly(chainOf(name)), "application/pkcs7-mime; smime-type=certs-only");
    }

    @GET
    @Path(NAME + ".chain.pem")
    public Response pemChain(@PathParam("authority") String name) {
        return pem(chainOf(name));
    }

    private Authority find(String name) {
        return authorities.find(name).orElseThrow(() -> NOT_FOUND.because(""));
    }

    private List<CertificateDer> chainOf(String name) {
        return authorities.chainOf(find(name).name()).stream()
                .map(Authority::certificate)
                .toList();
    }

    private static Response pem(List<CertificateDer> certificates) {
        String text = certificates.stream().map(CertificateDer::pem).collect(Collectors.joining());
        return file(text.getBytes(StandardCharsets.US_ASCII), "application/x-pem-file");
    }

    private static Response file(byte[] content, String mediaType) {
        return Response.ok(content, mediaType)
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }
}

package io.shomei.status.crl;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;

/** Revocation lists at the addresses that certificates name (RFC 5280 4.2.1.13, RFC 2585). */
@RunOnVirtualThread
@PermitAll
@Path("/pki")
class PkiResource {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Authorities authorities;
    private final CrlPublisher publisher;
    private final InstantSource clock;

    PkiResource(Authorities authorities, CrlPublisher publisher, InstantSource clock) {
        this.authorities = authorities;
        this.publisher = publisher;
        this.clock = clock;
    }

    @GET
    @Path("{authority:[a-z0-9-]+}.crl")
    public Response crl(@PathParam("authority") String name) {
        Crl crl = publisher.newest(find(name).name()).orElseThrow(() -> NOT_FOUND.because(""));
        Duration left = Duration.between(clock.instant(), crl.nextUpdate());
        long seconds = Math.max(0, Math.min(left.toSeconds(), FRESH.toSeconds()));
        return Response.ok(crl.der(), "application/pkix-crl")
                .header("Cache-Control", "public, max-age=" + seconds)
                .header("ETag", "\"" + crl.number() + "\"")
                .header("Last-Modified", Date.from(crl.thisUpdate()))
                .build();
    }

    private Authority find(String name) {
        return authorities.find(name).orElseThrow(() -> NOT_FOUND.because(""));
    }
}

package io.shomei.status.crl;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.certificate.CrlScope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;

/** Revocation lists at the addresses that certificates name (RFC 5280 4.2.1.13, RFC 2585). */
@RunOnVirtualThread
@PermitAll
@Path("/pki")
class PkiResource {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final String NAME = "{authority:[a-z0-9-]+}";
    private static final String SHARD = ".{shard:[1-9][0-9]{0,4}}";

    private final CrlPublisher publisher;
    private final CrlFiles files;
    private final InstantSource clock;

    PkiResource(CrlPublisher publisher, CrlFiles files, InstantSource clock) {
        this.publisher = publisher;
        this.files = files;
        this.clock = clock;
    }

    @GET
    @Path(NAME + ".crl")
    public Response crl(@PathParam("authority") String name, @Context Request request) {
        return list(new CrlScope(name, 0), Crl.Kind.FULL, request);
    }

    @GET
    @Path(NAME + SHARD + ".crl")
    public Response crl(@PathParam("authority") String name, @PathParam("shard") int shard, @Context Request request) {
        return list(new CrlScope(name, shard), Crl.Kind.FULL, request);
    }

    @GET
    @Path(NAME + ".delta.crl")
    public Response delta(@PathParam("authority") String name, @Context Request request) {
        return list(new CrlScope(name, 0), Crl.Kind.DELTA, request);
    }

    @GET
    @Path(NAME + SHARD + ".delta.crl")
    public Response delta(
            @PathParam("authority") String name, @PathParam("shard") int shard, @Context Request request) {
        return list(new CrlScope(name, shard), Crl.Kind.DELTA, request);
    }

    private Response list(CrlScope scope, Crl.Kind kind, Request request) {
        while (true) {
            Crl crl = publisher
                    .newest(scope, kind)
                    .or(() -> kind == Crl.Kind.FULL ? publisher.first(scope) : Optional.empty())
                    .orElseThrow(() -> NOT_FOUND.because(""));
            Response.ResponseBuilder unchanged = request.evaluatePreconditions(
                    Date.from(lastModified(crl)), new EntityTag(String.valueOf(crl.number())));
            if (unchanged != null) {
                return described(unchanged, crl).build();
            }
            Optional<java.nio.file.Path> file = files.find(crl);
            if (file.isPresent()) {
                return described(Response.ok(whole(file.get()), "application/pkix-crl"), crl)
                        .header("Content-Length", crl.octets())
                        .header("Accept-Ranges", "none")
                        .build();
            }
            // Another list took its place meanwhile.
        }
    }

    /**
     * Written here, not sent as a file by the library: with that, who closes the connection after one answer (HTTP/1.0, osslsigncode)
     * now and then got its head alone.
     */
    private static StreamingOutput whole(java.nio.file.Path file) {
        return out -> Files.copy(file, out);
    }

    private Response.ResponseBuilder described(Response.ResponseBuilder response, Crl crl) {
        Instant now = clock.instant();
        Duration left = Duration.between(now, crl.nextUpdate());
        long seconds = Math.max(0, Math.min(left.toSeconds(), FRESH.toSeconds()));
        response.header("Cache-Control", "public, max-age=" + seconds).tag(String.valueOf(crl.number()));
        // As long as another list may come in the same second, the second says nothing.
        return now.isBefore(lastModified(crl)) ? response : response.lastModified(Date.from(lastModified(crl)));
    }

    /** The end of the second in which it was made: HTTP counts in whole ones. */
    private static Instant lastModified(Crl crl) {
        return crl.madeAt().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    }
}

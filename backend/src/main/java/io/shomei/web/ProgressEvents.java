package io.shomei.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The progress of long work as server-sent events (WHATWG HTML 9.2). */
@Singleton
public class ProgressEvents {
    private static final Duration PAUSE = Duration.ofMillis(400);
    /** A stream ends after this; the browser opens another by itself. */
    private static final int MOST_EVENTS = 1_500;

    private final ObjectMapper json;

    ProgressEvents(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A stream of what the work's resource says, until it says that the work has ended.
     *
     * @param resource asked again for each event
     */
    public <T> Response stream(Supplier<T> resource, Predicate<T> hasEnded) {
        StreamingOutput events = out -> write(resource, hasEnded, out);
        return Response.ok(events, "text/event-stream")
                .header("X-Accel-Buffering", "no")
                // Compression would hold events back.
                .header("Content-Encoding", "identity")
                .build();
    }

    private <T> void write(Supplier<T> resource, Predicate<T> hasEnded, OutputStream out) throws IOException {
        for (int sent = 0; sent < MOST_EVENTS; sent++) {
            T now = resource.get();
            out.write(("data: " + json.writeValueAsString(now) + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (hasEnded.test(now)) {
                return;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}

package io.shomei.request.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.api.RequestFile;
import io.shomei.api.RequestFileState;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/** The progress of a file as server-sent events (WHATWG HTML 9.2). */
@Singleton
class RequestFileEvents {
    private static final Set<RequestFileState> FINAL =
            Set.of(RequestFileState.DONE, RequestFileState.FAILED, RequestFileState.DISCARDED);
    private static final Duration PAUSE = Duration.ofMillis(400);
    /** A stream ends after this; the browser opens another by itself. */
    private static final int MOST_EVENTS = 1_500;

    private final ObjectMapper json;

    RequestFileEvents(ObjectMapper json) {
        this.json = json;
    }

    Response stream(Supplier<RequestFile> file) {
        StreamingOutput events = out -> write(file, out);
        return Response.ok(events, "text/event-stream")
                .header("X-Accel-Buffering", "no")
                // Compression would hold events back.
                .header("Content-Encoding", "identity")
                .build();
    }

    private void write(Supplier<RequestFile> file, OutputStream out) throws IOException {
        for (int sent = 0; sent < MOST_EVENTS; sent++) {
            RequestFile now = file.get();
            out.write(("data: " + json.writeValueAsString(now) + "\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (FINAL.contains(now.state())) {
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

package io.shomei.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server that is still running because its application was killed. */
final class OrphanedServer {
    private static final int PATIENCE_SECONDS = 20;

    private OrphanedServer() {}

    /** Stops the server that runs on this data directory, if there is one. The caller holds the directory's lock. */
    static void stop(Path data) throws IOException {
        Optional<ProcessHandle> server = running(data);
        if (server.isEmpty()) {
            return;
        }
        server.get().destroy();
        if (!hasEnded(server.get())) {
            // The data survives this, as it survives a power cut.
            server.get().destroyForcibly();
            hasEnded(server.get());
        }
    }

    /** The first line of postmaster.pid is the process; the number may since belong to another one. */
    private static Optional<ProcessHandle> running(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static boolean hasEnded(ProcessHandle server) {
        try {
            server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException still) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

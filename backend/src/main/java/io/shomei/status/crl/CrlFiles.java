package io.shomei.status.crl;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists as files of this copy of the platform, fetched from the database by who asks first. However slowly somebody reads
 * them, no connection to the database and no memory is held for it.
 */
@ApplicationScoped
class CrlFiles {
    private static final String PARTIAL = ".partial";
    /** Who was given a file and is slow to open it finds it so long after another has taken its place. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Map<String, Lock> locks = new ConcurrentHashMap<>();
    private final Map<Path, Long> replaced = new ConcurrentHashMap<>();
    private final CrlRepository repository;
    private @Nullable Path directory;

    CrlFiles(CrlRepository repository) {
        this.repository = repository;
    }

    /** The list as a file; empty where another list has taken its place. */
    Optional<Path> find(Crl crl) {
        String series = crl.scope() + "." + crl.kind();
        Lock lock = locks.computeIfAbsent(series, _ -> new ReentrantLock());
        lock.lock();
        try {
            Path file = directory().resolve(series + "." + crl.number());
            return Files.exists(file) || fetch(crl, file, series) ? Optional.of(file) : Optional.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            lock.unlock();
        }
    }

    private boolean fetch(Crl crl, Path file, String series) throws IOException {
        Path partial = directory().resolve(series + PARTIAL);
        try (OutputStream out = Files.newOutputStream(partial)) {
            QuarkusTransaction.requiringNew().run(() -> repository.content(crl, piece -> write(out, piece)));
        }
        if (Files.size(partial) != crl.octets()) {
            Files.delete(partial);
            return false;
        }
        List<Path> earlier = earlier(series, crl.number());
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        long now = System.nanoTime();
        earlier.forEach(each -> replaced.putIfAbsent(each, now));
        for (Path each : earlier) {
            if (now - replaced.getOrDefault(each, now) > KEPT.toNanos()) {
                Files.deleteIfExists(each);
                replaced.remove(each);
            }
        }
        return true;
    }

    private List<Path> earlier(String series, long number) throws IOException {
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(each -> isEarlier(each.getFileName().toString(), series, number))
                    .toList();
        }
    }

    private static boolean isEarlier(String name, String series, long number) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot).equals(series)
                && !name.endsWith(PARTIAL)
                && Long.parseLong(name.substring(dot + 1)) < number;
    }

    private static void write(OutputStream out, byte[] piece) {
        try {
            out.write(piece);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized Path directory() throws IOException {
        if (directory == null) {
            directory = Files.createTempDirectory("shomei-crl");
        }
        return directory;
    }

    synchronized void remove(@Observes ShutdownEvent stopping) throws IOException {
        if (directory != null) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path each : files.toList()) {
                    Files.deleteIfExists(each);
                }
            }
            Files.deleteIfExists(directory);
        }
    }
}

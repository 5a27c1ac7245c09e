package io.shomei;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.shomei.database.DatabaseAddress;
import io.shomei.database.EmbeddedDatabase;
import io.shomei.pki.CryptoProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts the platform: PostgreSQL first, unless an external one is named; it is stopped last. */
@QuarkusMain
public final class Shomei {
    private static final int STOP_SECONDS = 30;

    private Shomei() {}

    public static void main(String... arguments) throws IOException, SQLException {
        CryptoProvider.install();
        EmbeddedDatabase database = null;
        String external = System.getenv("SHOMEI_DB_URL");
        if (external == null || external.isBlank()) {
            say("Starting PostgreSQL ...");
            database = startDatabase();
            configureDatabase(database.address());
        } else {
            configureDatabase(external(external));
        }
        CountDownLatch ended = new CountDownLatch(1);
        stopLast(database, ended);
        say("Starting Shomei ...");
        Quarkus.run(
                null,
                (code, failure) -> {
                    if (failure != null) {
                        say("Shomei cannot start: " + rootOf(failure).getMessage());
                    }
                    ended.countDown();
                    System.exit(code);
                },
                arguments);
    }

    private static EmbeddedDatabase startDatabase() throws IOException, SQLException {
        Path data = Path.of(environment("SHOMEI_DATA_DIR", "var")).toAbsolutePath();
        return EmbeddedDatabase.start(data.resolve("postgres"), data.resolve("postgres-binaries"), true);
    }

    /** Where no owner is named, the one role there is owns the tables, too. */
    private static DatabaseAddress external(String url) {
        var application =
                new DatabaseAddress.Login(environment("SHOMEI_DB_USER", ""), environment("SHOMEI_DB_PASSWORD", ""));
        String owner = environment("SHOMEI_DB_OWNER", "");
        return new DatabaseAddress(
                url,
                application,
                owner.isEmpty()
                        ? application
                        : new DatabaseAddress.Login(owner, environment("SHOMEI_DB_OWNER_PASSWORD", "")));
    }

    private static void configureDatabase(DatabaseAddress address) {
        address.settings().forEach(System::setProperty);
    }

    /** The database goes when the application has gone. */
    private static void stopLast(@Nullable EmbeddedDatabase database, CountDownLatch ended) {
        if (database == null) {
            return;
        }
        Runnable stop = () -> {
            try {
                if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                    say("Shomei does not end; stopping PostgreSQL all the same.");
                }
                database.close();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } catch (IOException failed) {
                say("PostgreSQL could not be stopped: " + failed.getMessage());
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop-database"));
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    @SuppressWarnings("SystemOut") // Before there is a log, a person is told what happens.
    private static void say(String sentence) {
        System.out.println(sentence);
    }
}

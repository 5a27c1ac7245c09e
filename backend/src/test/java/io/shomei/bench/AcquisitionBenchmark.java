package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.keys.Argon2id;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Two hundred people who press "Acquire" at the same moment, each from the log-in ID to the file, in a platform of its own. */
final class AcquisitionBenchmark implements Bench.Benchmark {
    private static final Path APPLICATION = Path.of("backend/target/quarkus-app/quarkus-run.jar");
    private static final int PEOPLE = 200;
    private static final int LONGEST_SECONDS = 60;
    private static final int LEAST_OCTETS = 1_000;
    private static final String PASSWORD = "Abcd1234";
    private static final String ACQUISITION_PASSWORD = "xK4mP7qRt2Wz";

    @Override
    public List<Bench.Figure> run(Server idle) throws Exception {
        Platform platform = new Platform(APPLICATION, Files.createTempDirectory("shomei-acquisition-bench"));
        Process process = platform.start("512m", Map.of());
        try (Server server = Server.of(platform, process)) {
            register(platform);
            CallLoad.Result result =
                    new CallLoad(PEOPLE).measure(server, PEOPLE, number -> acquire(server, platform, number));
            return List.of(Bench.Figure.seconds(
                    "acquisition.200",
                    result.seconds(),
                    LONGEST_SECONDS,
                    result.cpuMillisEach(),
                    PEOPLE
                            + " users at once, each POST /api/v1/acquisitions, waiting, and the P12 file with an RSA-2048 key; over TLS, audit on, no failure",
                    result.further()));
        } finally {
            process.destroy();
            process.waitFor();
            platform.remove();
        }
    }

    private static void acquire(Server server, Platform platform, int number) throws Exception {
        String token = Server.JSON
                .readTree(server.send(post(
                                platform,
                                "/api/v1/acquisitions",
                                Map.of(
                                        "loginId", loginId(number),
                                        "password", PASSWORD,
                                        "acquisitionPassword", ACQUISITION_PASSWORD)))
                        .body())
                .get("token")
                .asText();
        String enrolment = "/api/v1/enrolments/" + token;
        JsonNode state;
        do {
            Thread.sleep(500);
            state = Server.JSON.readTree(server.send(HttpRequest.newBuilder(URI.create(platform.portal() + enrolment))
                            .build())
                    .body());
        } while (state.get("state").asText().equals("ISSUING"));
        String file = server.send(post(
                        platform, enrolment + "/collection", Map.of("format", "P12", "secret", ACQUISITION_PASSWORD)))
                .body();
        if (file.length() < LEAST_OCTETS) {
            throw new IllegalStateException(state + " gave a file of " + file.length());
        }
    }

    private static HttpRequest post(Platform platform, String path, Map<String, String> body) throws Exception {
        return HttpRequest.newBuilder(URI.create(platform.portal() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Server.JSON.writeValueAsString(body)))
                .build();
    }

    /** Users of the demonstration's bank; making a hash for each would take longer than what is measured. */
    private static void register(Platform platform) throws Exception {
        Argon2id argon2id = new Argon2id(new SecureRandom());
        try (Connection database = platform.database();
                Statement scope = database.createStatement()) {
            database.setAutoCommit(false);
            scope.execute("select set_config('shomei.tenant', '*', true)");
            scope.execute("""
                    insert into account (tenant_id, id, role, login_id, name, rights, state, created_at)
                    select id, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'USER', (960000000 + n)::text,
                        'User ' || n, '', 'ACTIVE', now()
                    from tenant, generate_series(0, %d) n where code = 'ABC-TRADING'""".formatted(PEOPLE - 1));
            try (PreparedStatement secrets = database.prepareStatement("""
                    insert into secret (tenant_id, account_id, kind, hash, set_at, chosen_at)
                    select tenant_id, id, ?, ?, now(), now() from account where login_id like '9600%'""")) {
                for (Map.Entry<String, String> each : Map.of(
                                "PASSWORD", PASSWORD, "ACQUISITION_PASSWORD", ACQUISITION_PASSWORD)
                        .entrySet()) {
                    secrets.setString(1, each.getKey());
                    secrets.setString(2, argon2id.hash(each.getValue()));
                    secrets.executeUpdate();
                }
            }
            database.commit();
        }
    }

    private static String loginId(int number) {
        return String.valueOf(960_000_000 + number);
    }
}

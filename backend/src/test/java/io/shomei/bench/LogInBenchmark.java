package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.keys.Argon2id;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Log-ins by ID and PIN, against the rate at which the machine computes the hash alone. */
final class LogInBenchmark implements Bench.Benchmark {
    /** Fewer than failures that lock: each attempt counts as one until it is known to be none. */
    private static final int CONCURRENCY = 4;

    /** A machine that others use changes its pace within a minute: log-ins and hashes take turns, so that both are of the same time. */
    private static final int ROUNDS = 8;

    private static final int LOG_INS_OF_A_ROUND = 80;
    /** So many that the compiler has done its work: a log-in passes code that little else passes. */
    private static final int WARM_UP = 2_400;

    private static final int HASHES_OF_WARM_UP = 400;
    private static final double SHARE = 0.8;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        HttpRequest logIn = logIn();
        CallLoad load = new CallLoad(CONCURRENCY);
        CallLoad.Call hash = hash();
        load.run(WARM_UP, number -> server.send(logIn));
        load.run(HASHES_OF_WARM_UP, hash);
        List<CallLoad.Result> logIns = new ArrayList<>();
        List<CallLoad.Result> hashes = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            logIns.add(load.measure(server, LOG_INS_OF_A_ROUND, number -> server.send(logIn)));
            hashes.add(load.measure(server, LOG_INS_OF_A_ROUND, hash));
        }
        CallLoad.Result result = logIns.stream().reduce(CallLoad.Result::and).orElseThrow();
        double raw = hashes.stream().reduce(CallLoad.Result::and).orElseThrow().perSecond();
        return List.of(new Bench.Figure(
                "login.password",
                result.perSecond(),
                "log-ins/s",
                raw,
                SHARE * raw,
                result.cpuMillisEach(),
                0,
                "POST /api/v1/session with ID and PIN, concurrency 4, HTTPS, audit on; raw: Argon2id with the same parameters on all cores",
                result.further()));
    }

    /** The demonstration's administrator who logs in with an ID and a PIN. */
    private static HttpRequest logIn() throws Exception {
        JsonNode accounts = Server.JSON.readTree(
                Path.of(environment("SHOMEI_E2E_DIR"), "demo", "accounts.json").toFile());
        for (JsonNode account : accounts) {
            if (account.get("preset").asText().equals("bank-corporate") && !account.has("p12")) {
                String body = Server.JSON.writeValueAsString(Map.of(
                        "loginId", account.get("loginId").asText(),
                        "password", account.get("password").asText()));
                return HttpRequest.newBuilder(URI.create(environment("SHOMEI_E2E_PORTAL") + "/api/v1/session"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
            }
        }
        throw new IllegalStateException("nobody of the demonstration logs in with an ID and a PIN");
    }

    private static CallLoad.Call hash() {
        Argon2id argon2id = new Argon2id(new SecureRandom());
        String hash = argon2id.hash("482913");
        return number -> argon2id.matches(hash, "482913");
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set; start with make bench");
    }
}

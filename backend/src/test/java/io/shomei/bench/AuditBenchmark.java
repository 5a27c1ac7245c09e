package io.shomei.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A history of a million events in a platform of its own: how fast it is sealed, and how long searches of every kind take afterwards, over
 * the API.
 */
final class AuditBenchmark implements Bench.Benchmark {
    private static final Path APPLICATION = Path.of("backend/target/quarkus-app/quarkus-run.jar");
    private static final int EVENTS = 1_000_000;
    private static final double LEAST_PER_SECOND = 2_000;

    @Override
    public List<Bench.Figure> run(Server idle) throws Exception {
        Platform platform = new Platform(APPLICATION, Files.createTempDirectory("shomei-audit-bench"));
        // Sealed when this says so, and not meanwhile.
        Process process = platform.start("512m", Map.of("AUDIT_SEAL_INTERVAL", "PT6H"));
        try (Server officer = Server.of(platform, process)) {
            enter(platform, officer.get("/api/v1/tenant").get("id").asText());
            return List.of(seal(officer), search(officer, platform));
        } finally {
            process.destroy();
            process.waitFor();
            platform.remove();
        }
    }

    /** An export seals what happened; of this one nothing is shown. */
    private static Bench.Figure seal(Server officer) throws Exception {
        double cpu = officer.cpuMillis();
        long start = System.nanoTime();
        officer.send(officer.authorised("/api/v1/audit-events/export.txt?q=nobody-at-all")
                .GET()
                .build());
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Bench.Figure(
                "audit.seal",
                EVENTS / seconds,
                "events/s",
                0,
                LEAST_PER_SECOND,
                (officer.cpuMillis() - cpu) / EVENTS,
                0,
                "1,000,000 events that wait, from the request of an export to its end: leaves, tree, words and seal",
                Map.of("seconds", seconds));
    }

    private static Bench.Figure search(Server officer, Platform platform) throws Exception {
        try (Connection database = platform.database();
                Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze audit_event, audit_leaf, audit_words, audit_unsealed");
        }
        String[] keys = keys(platform);
        List<String> queries = List.of(
                "",
                "?operation=certificate.revoke",
                "?outcome=FAILURE",
                "?q=" + Searches.words("host77777.example.ac.jp"),
                "?q=" + Searches.words("Person 42"),
                "?q=" + Searches.words("192.0.2.17"),
                "?q=" + Searches.words("example"),
                "?q=" + Searches.words("nothing like this"),
                "?operation=certificate.issue&q=" + Searches.words("host123"),
                "?from=2026-06-01T00:00:00Z",
                "?outcome=FAILURE&q=" + Searches.words("Person 7"),
                "?actor=" + keys[0],
                "?target=" + keys[1],
                "?address=192.0.2.17",
                "?actor=" + keys[0] + "&q=host123",
                "?q=" + keys[2]);
        return Searches.measure(
                officer,
                "audit.search.1m",
                "first pages of 100 among 1,000,000 events over the API: by word, serial number, person, target, address, operation, outcome and time",
                "/api/v1/audit-events",
                queries);
    }

    /** A person's id, a target's, and a serial number. */
    private static String[] keys(Platform platform) throws Exception {
        try (Connection database = platform.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select md5('Person 42')::uuid, md5('host777')::uuid, upper(md5('777'))")) {
            row.next();
            return new String[] {row.getString(1), row.getString(2), row.getString(3)};
        }
    }

    /** A year of events, as the platform writes them. */
    private static void enter(Platform platform, String tenant) throws Exception {
        try (Connection database = platform.database();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("select set_config('shomei.tenant', '*', true)");
            statement.execute("""
                    with added as (
                        insert into audit_event (tenant_id, id, at, operation, outcome, actor, actor_id, actor_role, address, target, target_id,
                            request_id, detail)
                        select '%s',
                            (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8'
                                || substr(md5(i::text), 4, 15))::uuid,
                            at,
                            (array['certificate.issue', 'certificate.collect', 'session.open', 'session.close', 'certificate.issue',
                                'certificate.issue', 'certificate.download', 'certificate.issue', 'certificate.issue',
                                'certificate.revoke'])[1 + i %% 10],
                            case when i %% 97 = 0 then 'FAILURE' else 'SUCCESS' end,
                            'Person ' || i %% 300, md5('Person ' || i %% 300)::uuid, 'OFFICER', '192.0.2.' || i %% 250, 'host' || i || '.example.ac.jp',
                            md5('host' || i)::uuid, gen_random_uuid(), jsonb_build_object('serial', upper(md5(i::text)))
                        from (select i, now() - (%d - i) * interval '31 seconds' as at from generate_series(1, %d) i) as each
                        returning tenant_id, id)
                    insert into audit_unsealed (tenant_id, id) select tenant_id, id from added""".formatted(tenant, EVENTS, EVENTS));
            database.commit();
        }
    }
}

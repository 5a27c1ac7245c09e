package io.shomei.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * A register of a million certificates in a platform of its own with a small heap: how long searches and the renewal desk take over the
 * API, and the whole list as a file.
 */
final class CertificateListBenchmark implements Bench.Benchmark {
    private static final Path APPLICATION = Path.of("backend/target/quarkus-app/quarkus-run.jar");
    private static final int CERTIFICATES = Integer.getInteger("shomei.register", 1_000_000);
    private static final int CHUNK = 100_000;
    private static final int HEAP_MEBIBYTES = 256;
    private static final double LEAST_ROWS_PER_SECOND = 5_000;

    private static final List<String> QUERIES = List.of(
            "certificates?kind=SERVER",
            "certificates?kind=CODE_SIGNING",
            "certificates?kind=SERVER&status=ISSUED",
            "certificates?kind=SERVER&status=WAITING_FOR_DOWNLOAD",
            "certificates?kind=SERVER&sort=EXPIRES_AT",
            "certificates?q=host77777.",
            "certificates?q=host",
            "certificates?q=" + Searches.words("nobody at all"),
            "certificates?domain=shomei.ac.jp",
            "renewals",
            "renewals?state=RENEWED",
            "renewals?state=NOT_COLLECTED&domain=shomei.ac.jp",
            "renewals?q=host123",
            "renewals/counts",
            "uncollected-certificates");

    @Override
    public List<Bench.Figure> run(Server idle) throws Exception {
        Platform platform = new Platform(APPLICATION, Files.createTempDirectory("shomei-list-bench"));
        Process process = platform.start(HEAP_MEBIBYTES + "m", Map.of());
        try (Server officer = Server.of(platform, process)) {
            enter(platform, officer.get("/api/v1/tenant").get("id").asText());
            return List.of(
                    Searches.measure(
                            officer,
                            "certificates.search.1m",
                            "first pages of 100 among 1,000,000 certificates over the API: by kind, state, words and domain, and of the renewal desk",
                            "/api/v1/",
                            QUERIES),
                    export(officer));
        } finally {
            process.destroy();
            process.waitFor();
            platform.remove();
        }
    }

    private static Bench.Figure export(Server officer) throws Exception {
        double cpu = officer.cpuMillis();
        try (Heap heap = new Heap(officer)) {
            long start = System.nanoTime();
            Server.Drained file = officer.drain("/api/v1/certificates/export.tsv?kind=ALL");
            double seconds = (System.nanoTime() - start) / 1e9;
            if (file.lines() < CERTIFICATES) {
                throw new IllegalStateException(file.lines() + " lines");
            }
            return new Bench.Figure(
                    "certificates.export.1m",
                    file.lines() / seconds,
                    "rows/s",
                    0,
                    LEAST_ROWS_PER_SECOND,
                    (officer.cpuMillis() - cpu) / file.lines(),
                    0,
                    "the list of 1,000,000 certificates, 46 columns in Shift_JIS, downloaded over TLS from a platform whose heap is "
                            + HEAP_MEBIBYTES + " MiB",
                    Map.of(
                            "seconds",
                            seconds,
                            "mebibytes",
                            file.octets() >> 20,
                            "heapLimitMiB",
                            HEAP_MEBIBYTES,
                            "heapMiB",
                            heap.most() >> 20));
        }
    }

    /** Certificates that are like the officer's but for their numbers and names, and that end in the 200 days to come; some were renewed. */
    private static void enter(Platform platform, String tenant) throws Exception {
        try (Connection database = platform.database();
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (int first = 0; first < CERTIFICATES; first += CHUNK) {
                statement.execute("select set_config('shomei.tenant', '%s', true)".formatted(tenant));
                statement.execute("""
                        insert into certificate (tenant_id, id, authority, serial, kind, profile, profile_version, policy_version,
                            subject_dn, common_name, dns_names, not_before, not_after, issued_at, issued_by, der, subscriber_name,
                            subscriber_email, collect_by, updated_at, key_sha256)
                        select c.tenant_id,
                            (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8'
                                || substr(md5(n::text), 4, 15))::uuid,
                            c.authority, upper('6' || substr(md5('s' || n), 2)),
                            case when n %% 1000 = 0 then 'CODE_SIGNING' when n %% 3 = 0 then 'CLIENT' else 'SERVER' end, '12', 1, 1,
                            'CN=host' || n || '.shomei.ac.jp,O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP', 'host' || n || '.shomei.ac.jp',
                            'host' || n || '.shomei.ac.jp', c.not_before, now() + n %% 200 * interval '1 day' + n * interval '1 ms',
                            c.issued_at, 'bench', c.der, 'Person ' || n %% 300, 'person' || n %% 300 || '@shomei.ac.jp',
                            case when n %% 500 = 0 then now() + interval '20 days' end, now(), c.key_sha256
                        from certificate c, generate_series(%1$d, %2$d) n
                        where c.tenant_id = '%3$s' and c.id = (select min(id::text)::uuid from certificate where tenant_id = '%3$s')""".formatted(first + 1, first + CHUNK, tenant));
                database.commit();
            }
            statement.execute("select set_config('shomei.tenant', '%s', true)".formatted(tenant));
            statement.execute("""
                    update certificate c set renewed_by = s.id from certificate s
                    where c.tenant_id = '%1$s' and s.tenant_id = c.tenant_id and c.common_name like 'host%%5.shomei.ac.jp'
                        and s.common_name = replace(c.common_name, '5.shomei', '0.shomei')""".formatted(tenant));
            database.commit();
            database.setAutoCommit(true);
            statement.execute("vacuum analyze certificate, certificate_text");
        }
    }
}

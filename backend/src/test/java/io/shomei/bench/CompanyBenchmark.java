package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.pki.KeySpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A company's administrator in a platform of its own with a small heap: certificates issued by jobs, all key files as one archive,
 * searches among a hundred thousand certificates, and a list of names to revoke.
 */
final class CompanyBenchmark implements Bench.Benchmark {
    private static final Path APPLICATION = Path.of("backend/target/quarkus-app/quarkus-run.jar");
    private static final int HEAP_MEBIBYTES = 256;
    private static final int LICENCES = 100_000;
    private static final int WARM_UP = 300;
    private static final int JOB = 1_000;
    private static final int ARCHIVE = 10_000;
    private static final int REGISTER = 100_000;
    private static final double MOST_MILLIS_OF_A_SEARCH = 50;
    /** Each look at a job takes processor time from it. */
    private static final int POLLING_MILLIS = 200;

    /** Of a platform's time for a job with RSA keys, the provider needs at least this part for the keys alone. */
    private static final double PART_OF_RAW = 0.85;

    private static final List<String> QUERIES = List.of(
            "certificates?kind=CLIENT&sort=OLDEST&valid=true",
            "certificates?kind=CLIENT&sort=OLDEST",
            "certificates?kind=CLIENT&valid=true&sort=EXPIRES_AT",
            "certificates?kind=CLIENT&sort=OLDEST&q=client_0777",
            "certificates?kind=CLIENT&sort=OLDEST&valid=true&q=client_",
            "certificates?kind=CLIENT&sort=OLDEST&issuedFrom=2020-01-01T00:00:00Z",
            "issuance-jobs");

    @Override
    public List<Bench.Figure> run(Server idle) throws Exception {
        Platform platform = new Platform(APPLICATION, Files.createTempDirectory("shomei-company-bench"));
        Process process = platform.start(HEAP_MEBIBYTES + "m", Map.of());
        try (Server administrator = Server.ofCompany(platform, process)) {
            String tenant = administrator.get("/api/v1/tenant").get("id").asText();
            change(platform, tenant, "update tenant set licences = " + LICENCES + " where id = '" + tenant + "'");
            job(administrator, KeySpec.P256, WARM_UP);
            administrator.drain("/api/v1/certificates/bundle.zip");
            List<Bench.Figure> figures = new ArrayList<>();
            // The archive first: a platform that has just begun translates its code while it works, which is a seventh
            // of a job's time.
            figures.add(archive(administrator));
            figures.add(issue(administrator, KeySpec.P256, JOB, 5));
            figures.add(issue(administrator, KeySpec.RSA_2048, 100, 15));
            enter(platform, tenant);
            figures.add(Searches.measure(
                    administrator,
                    "certificates.search.100k",
                    "first pages of 100 among the 100,000 certificates of a company over the API: valid ones and all, by name and date",
                    "/api/v1/",
                    QUERIES,
                    MOST_MILLIS_OF_A_SEARCH));
            figures.add(NameListRevocation.measure(administrator, ARCHIVE, JOB));
            return figures;
        } finally {
            process.destroy();
            process.waitFor();
            platform.remove();
        }
    }

    /** From the request to the last octet of the archive with the key files. */
    private static Bench.Figure issue(Server administrator, KeySpec key, int count, double most) throws Exception {
        double raw = Keys.rawKeys(key, new SecureRandom(), key.isRsa() ? 20_000 : 2_000);
        double cpu = administrator.cpuMillis();
        try (Heap heap = new Heap(administrator)) {
            long start = System.nanoTime();
            JsonNode job = job(administrator, key, count);
            double issued = (System.nanoTime() - start) / 1e9;
            double cpuOfIssue = administrator.cpuMillis() - cpu;
            Server.Drained archive = administrator.drain(
                    "/api/v1/certificates/bundle.zip",
                    selection(administrator, job.get("id").asText()));
            double seconds = (System.nanoTime() - start) / 1e9;
            double working = Duration.between(
                                    Instant.parse(job.get("startedAt").asText()),
                                    Instant.parse(job.get("finishedAt").asText()))
                            .toMillis()
                    / 1e3;
            return Bench.Figure.seconds(
                    "issuance-job." + (key.isRsa() ? "rsa2048" : "p256"),
                    seconds,
                    most,
                    (administrator.cpuMillis() - cpu) / count,
                    count
                            + " certificates of one job: from the request to the last octet of the archive with their key files",
                    Map.of(
                            "issuedSeconds",
                            issued,
                            "issueCpuMillis",
                            cpuOfIssue / count,
                            "rawKeysPerSecond",
                            raw,
                            "partOfRaw",
                            count / working / raw,
                            "leastPartOfRaw",
                            key.isRsa() ? PART_OF_RAW : 0,
                            "mebibytes",
                            archive.octets() >> 20,
                            "heapMiB",
                            heap.most() >> 20));
        }
    }

    /** The archive of ten thousand, of which the first octet is to be there at once. */
    private static Bench.Figure archive(Server administrator) throws Exception {
        for (int valid = WARM_UP; valid < ARCHIVE; valid += JOB) {
            job(administrator, KeySpec.P256, Math.min(JOB, ARCHIVE - valid));
        }
        double cpu = administrator.cpuMillis();
        try (Heap heap = new Heap(administrator)) {
            long start = System.nanoTime();
            Server.Drained archive = administrator.drain("/api/v1/certificates/bundle.zip");
            double seconds = (System.nanoTime() - start) / 1e9;
            return Bench.Figure.seconds(
                    "bundle.zip.10k",
                    archive.firstOctetSeconds(),
                    1,
                    (administrator.cpuMillis() - cpu) / ARCHIVE,
                    "the key files of 10,000 certificates as one archive over TLS: to its first octet; from a platform whose heap is "
                            + HEAP_MEBIBYTES + " MiB",
                    Map.of(
                            "seconds",
                            seconds,
                            "filesPerSecond",
                            ARCHIVE / seconds,
                            "mebibytes",
                            archive.octets() >> 20,
                            "heapLimitMiB",
                            HEAP_MEBIBYTES,
                            "heapMiB",
                            heap.most() >> 20));
        }
    }

    private static JsonNode job(Server administrator, KeySpec key, int count) throws Exception {
        JsonNode job = administrator.postJson(
                "/api/v1/issuance-jobs", "{\"count\":%d,\"key\":\"%s\"}".formatted(count, key.name()));
        String path = "/api/v1/issuance-jobs/" + job.get("id").asText();
        while (job.get("state").asText().equals("RUNNING")) {
            Thread.sleep(POLLING_MILLIS);
            job = administrator.get(path);
        }
        if (job.get("progress").get("done").asInt() != count
                || job.get("failed").asInt() > 0) {
            throw new IllegalStateException("not everything was issued: " + job);
        }
        return job;
    }

    private static String selection(Server administrator, String job) throws Exception {
        List<String> ids = new ArrayList<>();
        administrator
                .get("/api/v1/issuance-jobs/" + job + "/certificates?limit=1000")
                .get("items")
                .forEach(line -> ids.add("\"" + line.get("certificateId").asText() + "\""));
        return "{\"certificates\":" + ids.stream().collect(Collectors.joining(",", "[", "]")) + "}";
    }

    /** Certificates like the first one but for their numbers and names, until there are a hundred thousand; a tenth was revoked. */
    private static void enter(Platform platform, String tenant) throws Exception {
        change(platform, tenant, """
                insert into certificate (tenant_id, id, authority, serial, kind, profile, profile_version, policy_version, subject_dn,
                    common_name, dns_names, not_before, not_after, issued_at, issued_by, der, updated_at, key_sha256, revoked_at,
                    revocation_reason, revoked_by)
                select c.tenant_id,
                    (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3) || '8'
                        || substr(md5(n::text), 4, 15))::uuid,
                    c.authority, upper('6' || substr(md5('c' || n), 2)), c.kind, c.profile, 1, 1,
                    'CN=client_' || lpad(n::text, 6, '0') || ',O=Sakura Soft,C=JP', 'client_' || lpad(n::text, 6, '0'), '', c.not_before,
                    c.not_after + n * interval '1 ms', c.issued_at, 'bench', c.der, now(), c.key_sha256,
                    case when n %% 10 = 0 then now() end, case when n %% 10 = 0 then 'SUPERSEDED' end,
                    case when n %% 10 = 0 then 'bench' end
                from certificate c, generate_series(%d, %d) n
                where c.tenant_id = '%s' and c.common_name = 'client_000030'""".formatted(ARCHIVE + 2 * JOB, REGISTER + JOB, tenant));
        try (Connection database = platform.database();
                Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze certificate, certificate_text");
        }
    }

    private static void change(Platform platform, String tenant, String statement) throws Exception {
        try (Connection database = platform.database();
                Statement scoped = database.createStatement()) {
            database.setAutoCommit(false);
            scoped.execute("select set_config('shomei.tenant', '%s', true)".formatted(tenant));
            scoped.execute(statement);
            database.commit();
        }
    }
}

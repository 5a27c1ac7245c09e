package io.shomei.audit.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.audit.seal.Sealing;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.TenantId;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history goes to a syslog server, whole and in order, and to nobody who only says to be it. */
@ShomeiTest
class SyslogTest {
    /** RFC 5424 6: priority, version, time, host, application, process, message, two elements of data, a mark, the text. */
    private static final String MESSAGE = "<(108|109)>1 \\S+Z localhost shomei - [a-z.-]+ "
            + "\\[meta sequenceId=\"[0-9]+\"\\]\\[origin software=\"Shomei\"\\] \uFEFF\\{.*\\}";

    @Inject
    Fixtures given;

    @Inject
    AuditLog log;

    @Inject
    Sealing sealing;

    @Inject
    SyslogRepository repository;

    /** What the application does again and again; one of them seals. */
    @Inject
    @All
    List<RecurringJob> jobs;

    @TempDir
    Path directory;

    private LogServer server;
    private TenantId tenant;
    private SimpleMeterRegistry metrics;

    @BeforeEach
    void aServer() throws Exception {
        server = new LogServer(directory, "localhost");
        tenant = given.tenant("syslog").id();
        metrics = new SimpleMeterRegistry();
        // What other tests did is none of this one's business.
        seal();
        QuarkusTransaction.requiringNew().run(() -> repository.sent(log.leafCount()));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    @Test
    void everySealedEventIsSentOnceAndInOrder() {
        SyslogJob job = job(server.certificate(), "localhost");
        for (String target : List.of("one", "two", "三 \"quoted\"")) {
            happened(target);
        }
        log.appendNow(AuditEntry.failed(tenant, AuditOperation.ACCESS_REFUSE, Actor.PLATFORM)
                .on("four", null));
        seal();
        job.run();
        job.run();
        Eventually.isTrue("the server has it", () -> mine().size() == 4);
        assertThat(server.messages()).allMatch(message -> message.matches(MESSAGE));
        assertThat(mine())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("<109>").contains(" policy.change ", "\"target\":\"one\""),
                        two -> assertThat(two).contains("\"target\":\"two\""),
                        three -> assertThat(three).contains("三 \\\"quoted\\\""),
                        four -> assertThat(four).startsWith("<108>").contains(" access.refuse "));
        assertThat(metrics.get(SyslogJob.BEHIND).gauge().value()).isZero();
    }

    @Test
    void whatHappensWhileTheServerIsAwayIsSentWhenItIsBack() throws Exception {
        SyslogJob job = job(server.certificate(), "localhost");
        happened("before");
        seal();
        job.run();
        Eventually.isTrue("the server has it", () -> mine().size() == 1);
        int port = server.port();
        server.close();
        happened("meanwhile");
        seal();
        job.run();
        assertThat(mine()).hasSize(1);
        assertThat(metrics.get(SyslogJob.BEHIND).gauge().value()).isPositive();
        server.open(port);
        job.run();
        Eventually.isTrue("the server has it", () -> mine().size() == 2);
        assertThat(mine().get(1)).contains("\"target\":\"meanwhile\"");
    }

    @Test
    void nothingIsSentToAServerThatCannotShowWhoItIs() throws Exception {
        happened("secret");
        seal();
        // Not certified by anybody the Java platform knows.
        job(null, "localhost").run();
        // Certified under another name.
        job(server.certificate(), "127.0.0.1").run();
        assertThat(server.messages()).isEmpty();
        job(server.certificate(), "localhost").run();
        Eventually.isTrue("the server has it", () -> !mine().isEmpty());
    }

    private SyslogJob job(@Nullable Path authorities, String host) {
        String address = host + ":" + server.port();
        return new SyslogJob(
                log,
                repository,
                sealing,
                new SyslogConfig() {
                    @Override
                    public Optional<String> server() {
                        return Optional.of(address);
                    }

                    @Override
                    public Optional<Path> authorities() {
                        return Optional.ofNullable(authorities);
                    }

                    @Override
                    public Duration interval() {
                        return Duration.ofSeconds(5);
                    }
                },
                metrics);
    }

    private void happened(String target) {
        log.appendNow(AuditEntry.done(tenant, AuditOperation.POLICY_CHANGE, Actor.PLATFORM)
                .on(target, null));
    }

    private void seal() {
        jobs.stream().filter(job -> job.name().equals("audit-seal")).forEach(RecurringJob::run);
    }

    /** Other tests' background work goes on meanwhile. */
    private List<String> mine() {
        return server.messages().stream()
                .filter(message -> message.contains(tenant.toString()) && !message.contains("tenant.register"))
                .toList();
    }
}

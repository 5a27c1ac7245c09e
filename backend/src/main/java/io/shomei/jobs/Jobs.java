package io.shomei.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Starts and runs background work. */
@ApplicationScoped
public class Jobs {
    private final DataSource source;
    private final InstantSource clock;
    private final JobsConfig config;
    private final TenantScope scope;
    private final String node;
    private final Map<String, OneTimeTask<Void>> once;
    private final List<RecurringTask<Void>> recurring;
    private volatile @Nullable Scheduler scheduler;

    Jobs(
            DataSource source,
            InstantSource clock,
            JobsConfig config,
            TenantScope scope,
            @ConfigProperty(name = "web.portal-port") int portalPort,
            @All List<Job> jobs,
            @All List<RecurringJob> recurringJobs) {
        this.source = source;
        this.clock = clock;
        this.config = config;
        this.scope = scope;
        this.node = config.node().orElseGet(() -> hostName() + ":" + portalPort);
        this.once = jobs.stream().map(Jobs::task).collect(Collectors.toMap(Task::getName, Function.identity()));
        this.recurring = recurringJobs.stream().map(Jobs::task).toList();
    }

    /** Begins to carry out work, first of all what this copy had claimed when it was stopped or killed. */
    public void begin() {
        QuarkusTransaction.requiringNew().run(this::releaseOwnClaims);
        Scheduler started = Scheduler.create(source, List.<Task<?>>copyOf(once.values()))
                .startTasks(recurring)
                .schedulerName(() -> node)
                .threads(config.threads())
                .pollingInterval(config.pollingInterval())
                .heartbeatInterval(config.heartbeat())
                .missedHeartbeatsLimit(4)
                .pollUsingLockAndFetch(0.5, 1.0)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .build();
        started.start();
        scheduler = started;
    }

    /**
     * Has a job carried out for a thing, once, from when the running transaction commits; nothing happens when it is waiting
     * or running already.
     */
    public void start(String job, String instance) {
        OneTimeTask<Void> task = once.get(job);
        Scheduler running = scheduler;
        if (task == null || running == null) {
            throw new IllegalStateException("no job " + job + ", or jobs have not begun");
        }
        running.scheduleIfNotExists(task.instance(instance), clock.instant());
    }

    /** As above; what waits to be tried again after a failure is carried out at once. */
    @AcrossTenants("background work belongs to the platform")
    public void hasten(String job, String instance) {
        start(job, instance);
        scope.untenanted().update("""
                        update scheduled_tasks set execution_time = ?, version = version + 1
                        where task_name = ? and task_instance = ? and not picked""", clock.instant(), job, instance);
    }

    void end(@Observes @Priority(1) ShutdownEvent stopping) {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
        }
    }

    @AcrossTenants("background work belongs to the platform")
    private void releaseOwnClaims() {
        int released = scope.untenanted().update("""
                        update scheduled_tasks
                        set picked = false, picked_by = null, last_heartbeat = null, execution_time = ?, version = version + 1
                        where picked and picked_by = ?""", clock.instant(), node);
        if (released > 0) {
            Log.infof("%d jobs that were interrupted go on", released);
        }
    }

    private static OneTimeTask<Void> task(Job job) {
        return Tasks.oneTime(job.name())
                .onFailure(new Retries())
                .execute((instance, context) -> job.run(instance.getId()));
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.pause())).execute((instance, context) -> {
            try {
                job.run();
            } catch (RuntimeException failure) {
                // The next run is due in any case; the failure must not stop the series.
                Log.errorf(failure, "job %s failed", job.name());
            }
        });
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}

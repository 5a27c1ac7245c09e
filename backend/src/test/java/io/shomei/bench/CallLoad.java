package io.shomei.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A call that is made many times, several at a time. */
final class CallLoad {
    private final int concurrency;

    CallLoad(int concurrency) {
        this.concurrency = concurrency;
    }

    interface Call {
        /**
         * @param number from 0
         */
        void make(int number) throws Exception;
    }

    /**
     * What the calls took, and what they cost the server.
     *
     * @param nanos of each call, the shortest first
     */
    record Result(double seconds, double cpuMillis, double databaseCpuMillis, long[] nanos) {
        double perSecond() {
            return nanos.length / seconds;
        }

        double cpuMillisEach() {
            return cpuMillis / nanos.length;
        }

        /** Both, as if they had been one. */
        Result and(Result other) {
            long[] both = LongStream.concat(LongStream.of(nanos), LongStream.of(other.nanos))
                    .sorted()
                    .toArray();
            return new Result(
                    seconds + other.seconds,
                    cpuMillis + other.cpuMillis,
                    databaseCpuMillis + other.databaseCpuMillis,
                    both);
        }

        Map<String, Object> further() {
            return Map.of(
                    "databaseCpuMillis", databaseCpuMillis / nanos.length,
                    "p50Millis", nanos[nanos.length / 2] / 1e6,
                    "p99Millis", nanos[nanos.length * 99 / 100] / 1e6);
        }
    }

    Result measure(Server server, int times, Call call) throws Exception {
        double cpu = server.cpuMillis();
        double database = server.databaseMillis();
        long start = System.nanoTime();
        long[] nanos = run(times, call);
        double seconds = (System.nanoTime() - start) / 1e9;
        double used = server.cpuMillis() - cpu;
        double usedByDatabase = server.databaseMillis() - database;
        Arrays.sort(nanos);
        return new Result(seconds, used, usedByDatabase, nanos);
    }

    /** @return nanoseconds of each call, in their order */
    long[] run(int times, Call call) throws Exception {
        long[] nanos = new long[times];
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService executor = Executors.newFixedThreadPool(concurrency)) {
            List<Future<?>> callers = IntStream.range(0, concurrency)
                    .<Future<?>>mapToObj(_ -> executor.submit(() -> {
                        for (int i = next.getAndIncrement(); i < times; i = next.getAndIncrement()) {
                            long start = System.nanoTime();
                            call.make(i);
                            nanos[i] = System.nanoTime() - start;
                        }
                        return null;
                    }))
                    .toList();
            for (Future<?> caller : callers) {
                caller.get();
            }
        }
        return nanos;
    }
}

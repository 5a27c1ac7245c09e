package io.shomei.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What one input may cost, however it was made: nobody stops this machine with a file. */
final class Bounds {
    /** Of a thread's own time, so that other work on the machine does not count. The arithmetic of RSA with 8,192 bits is in it. */
    static final Duration TIME = Duration.ofSeconds(2);

    /** In all, not at once: a row of a request file has at most 16 Ki characters, an uploaded text at most 256 Ki. */
    static final long OCTETS = 96L << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Bounds() {}

    /** Has the target take the input within the bounds. */
    static void take(FuzzTarget target, byte[] input) throws Exception {
        long octets = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        target.take(input);
        require(THREADS.getCurrentThreadCpuTime() - nanos, TIME.toNanos(), "nanoseconds");
        require(THREADS.getCurrentThreadAllocatedBytes() - octets, OCTETS, "octets of memory");
    }

    private static void require(long used, long most, String unit) {
        if (used > most) {
            throw new AssertionError("one input took " + used + " " + unit + ", more than " + most);
        }
    }
}

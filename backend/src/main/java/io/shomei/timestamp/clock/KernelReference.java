package io.shomei.timestamp.clock;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the Linux kernel says of its own clock: whether a program such as chrony keeps it synchronised, and how large that
 * program estimates the error (adjtimex(2), RFC 1589). It asks nobody over the network.
 */
final class KernelReference implements TimeReference {
    /** struct timex of 64-bit Linux; only reading, so {@code modes} stays zero. */
    private static final long TIMEX_OCTETS = 208;

    private static final long ESTIMATED_ERROR = 32;
    private static final long STATUS = 40;
    /** STA_UNSYNC. */
    private static final int UNSYNCHRONISED = 0x0040;

    private static final Optional<MethodHandle> ADJTIMEX = adjtimex();

    @Override
    public String name() {
        return "kernel";
    }

    @Override
    public boolean isRequired() {
        return true;
    }

    @Override
    public Offset measure() throws SilentReference {
        MethodHandle adjtimex =
                ADJTIMEX.orElseThrow(() -> new SilentReference("this system does not say how its clock is kept"));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment timex = arena.allocate(TIMEX_OCTETS, Long.BYTES);
            int state = (int) adjtimex.invokeExact(timex);
            if (state < 0) {
                throw new SilentReference("the kernel does not tell");
            }
            if ((timex.get(ValueLayout.JAVA_INT, STATUS) & UNSYNCHRONISED) != 0) {
                throw new SilentReference("the kernel's clock is not synchronised");
            }
            long microseconds = timex.get(ValueLayout.JAVA_LONG, ESTIMATED_ERROR);
            return new Offset(Duration.ZERO, Duration.of(microseconds, ChronoUnit.MICROS));
        } catch (SilentReference silent) {
            throw silent;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<MethodHandle> adjtimex() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup library = linker.defaultLookup();
        return library.find("adjtimex")
                .map(function -> linker.downcallHandle(
                        function, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS)));
    }
}

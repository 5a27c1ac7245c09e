package io.shomei.keys;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The initialised tokens that a PKCS#11 library shows (PKCS #11 3.0, 5.4 and 5.5). Java's own provider knows slots by their numbers
 * only; people name tokens by their labels, which do not change. A C long has eight octets wherever this platform runs.
 */
@SuppressWarnings("restricted") // Native code is what this class is about; the application starts with access to it.
final class HsmSlots {
    /** One token in its slot. */
    record Slot(long number, String label) {
        @Override
        public String toString() {
            return "'%s' in slot %d".formatted(label, number);
        }
    }

    private static final long OK = 0;
    private static final long ALREADY_INITIALIZED = 0x191;
    private static final long MAY_USE_THREADS = 2;
    private static final long TOKEN_INITIALIZED = 0x400;

    /** Where functions stand in CK_FUNCTION_LIST, behind its version. */
    private static final int INITIALIZE = 0;

    private static final int GET_SLOT_LIST = 4;
    private static final int GET_TOKEN_INFO = 6;

    /** CK_C_INITIALIZE_ARGS: four functions of the caller, flags, and a reserved pointer. */
    private static final MemoryLayout ARGUMENTS = MemoryLayout.sequenceLayout(6, JAVA_LONG);

    private static final long FLAGS_OF_ARGUMENTS = 4;
    /** CK_TOKEN_INFO: the label and three other texts, flags, and numbers. */
    private static final MemoryLayout TOKEN_INFO = MemoryLayout.sequenceLayout(32, JAVA_LONG);

    private static final int LABEL_OCTETS = 32;
    private static final long FLAGS_OF_TOKEN = 96;

    private final MemorySegment functions;

    private HsmSlots(MemorySegment functions) {
        this.functions = functions;
    }

    /**
     * Opens the library, which stays open.
     *
     * @throws IllegalStateException where it is no PKCS#11 library, or does not answer
     */
    static List<Slot> of(Path library) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = SymbolLookup.libraryLookup(library, Arena.global())
                    .find("C_GetFunctionList")
                    .orElseThrow(() -> new IllegalStateException(library + " is not a PKCS#11 library"));
            MemorySegment pointer = arena.allocate(ADDRESS);
            require("C_GetFunctionList", call(entry, pointer));
            MemorySegment functions = pointer.get(ADDRESS, 0).reinterpret((2 + GET_TOKEN_INFO) * ADDRESS.byteSize());
            return new HsmSlots(functions).read(arena);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the library " + library + " cannot be loaded");
        }
    }

    private List<Slot> read(Arena arena) {
        MemorySegment arguments = arena.allocate(ARGUMENTS);
        arguments.setAtIndex(JAVA_LONG, FLAGS_OF_ARGUMENTS, MAY_USE_THREADS);
        long initialized = call(function(INITIALIZE), arguments);
        if (initialized != ALREADY_INITIALIZED) {
            require("C_Initialize", initialized);
        }
        MemorySegment count = arena.allocate(JAVA_LONG);
        require("C_GetSlotList", callSlotList(MemorySegment.NULL, count));
        MemorySegment numbers = arena.allocate(JAVA_LONG, count.get(JAVA_LONG, 0));
        require("C_GetSlotList", callSlotList(numbers, count));
        List<Slot> slots = new ArrayList<>();
        for (long i = 0; i < count.get(JAVA_LONG, 0); i++) {
            long number = numbers.getAtIndex(JAVA_LONG, i);
            MemorySegment info = arena.allocate(TOKEN_INFO);
            require("C_GetTokenInfo", callTokenInfo(number, info));
            if ((info.get(JAVA_LONG, FLAGS_OF_TOKEN) & TOKEN_INITIALIZED) != 0) {
                byte[] label = info.asSlice(0, LABEL_OCTETS).toArray(JAVA_BYTE);
                // Padded with spaces, not ended by a zero.
                slots.add(new Slot(number, new String(label, StandardCharsets.UTF_8).stripTrailing()));
            }
        }
        return slots;
    }

    private MemorySegment function(int number) {
        return functions.getAtIndex(ADDRESS, 1L + number);
    }

    private long callSlotList(MemorySegment numbers, MemorySegment count) {
        byte tokenPresent = 1;
        try {
            return (long) handle(function(GET_SLOT_LIST), FunctionDescriptor.of(JAVA_LONG, JAVA_BYTE, ADDRESS, ADDRESS))
                    .invokeExact(tokenPresent, numbers, count);
        } catch (Throwable e) {
            throw new IllegalStateException("C_GetSlotList cannot be called", e);
        }
    }

    private long callTokenInfo(long slot, MemorySegment info) {
        try {
            return (long) handle(function(GET_TOKEN_INFO), FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, ADDRESS))
                    .invokeExact(slot, info);
        } catch (Throwable e) {
            throw new IllegalStateException("C_GetTokenInfo cannot be called", e);
        }
    }

    private static long call(MemorySegment function, MemorySegment argument) {
        try {
            return (long)
                    handle(function, FunctionDescriptor.of(JAVA_LONG, ADDRESS)).invokeExact(argument);
        } catch (Throwable e) {
            throw new IllegalStateException("the PKCS#11 library cannot be called", e);
        }
    }

    private static MethodHandle handle(MemorySegment function, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(function, descriptor);
    }

    private static void require(String function, long result) {
        if (result != OK) {
            throw new IllegalStateException("%s of the PKCS#11 library answers %#x".formatted(function, result));
        }
    }
}

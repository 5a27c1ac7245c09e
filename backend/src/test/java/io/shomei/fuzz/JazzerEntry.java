package io.shomei.fuzz;

import java.util.List;

/** What Jazzer calls: one target, or all of them, where the first octet of an input chooses. */
public final class JazzerEntry {
    static final String ALL = "all";

    private static String name = ALL;

    private JazzerEntry() {}

    /**
     * Has every seed taken once without a measure: what is loaded and compiled for the first time costs more than any input.
     *
     * @param arguments the target's name
     */
    public static void fuzzerInitialize(String[] arguments) throws Exception {
        name = arguments.length == 0 ? ALL : arguments[0];
        for (String each : name.equals(ALL) ? FuzzTargets.names() : List.of(name)) {
            for (byte[] seed : FuzzTargets.seeds(each)) {
                FuzzTargets.get(each).take(seed);
            }
        }
    }

    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (!name.equals(ALL)) {
            Bounds.take(FuzzTargets.get(name), input);
        } else if (input.length > 0) {
            String chosen = FuzzTargets.names()
                    .get((input[0] & 0xFF) % FuzzTargets.names().size());
            byte[] rest = new byte[input.length - 1];
            System.arraycopy(input, 1, rest, 0, rest.length);
            Bounds.take(FuzzTargets.get(chosen), rest);
        }
    }
}

package io.shomei.policy;

import java.util.List;

/**
 * Why a policy cannot be had as it is written.
 *
 * @param pointer JSON pointer of the key
 * @param rule name of the rule that is broken; its sentence stands in {@code faults_{ja,en}.properties}
 * @param facts what completes the sentence
 */
record PolicyFault(String pointer, String rule, List<Object> facts) {
    PolicyFault {
        facts = List.copyOf(facts);
    }

    static PolicyFault of(String path, String rule, Object... facts) {
        return new PolicyFault("/" + path.replace('.', '/'), rule, List.of(facts));
    }
}

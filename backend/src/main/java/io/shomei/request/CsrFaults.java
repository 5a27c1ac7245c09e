package io.shomei.request;

import io.shomei.pki.CsrFault;
import io.shomei.pki.KeySpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what is wrong with a CSR. */
final class CsrFaults {
    private CsrFaults() {}

    /** @param allowed keys that the profile takes */
    static void add(RowErrors errors, List<CsrFault> faults, String csr, Set<KeySpec> allowed) {
        EnumSet<RowErrorCode> codes = EnumSet.noneOf(RowErrorCode.class);
        faults.forEach(fault -> codes.add(code(fault)));
        RefusedKey key = RefusedKey.of(csr);
        for (RowErrorCode code : codes) {
            switch (code) {
                case KEY_KIND -> errors.add(RequestField.CSR, code, key.kind(), names(allowed));
                case KEY_EXPONENT -> errors.add(RequestField.CSR, code, key.exponent());
                default -> errors.add(RequestField.CSR, code);
            }
        }
    }

    private static RowErrorCode code(CsrFault fault) {
        return switch (fault) {
            case NOT_BASE64 -> RowErrorCode.CSR_NOT_BASE64;
            case NOT_A_CSR, TRAILING_DATA, TOO_LARGE, SUBJECT_UNREADABLE, UNPARSABLE_KEY -> RowErrorCode.CSR_MALFORMED;
            case SIGNATURE_INVALID -> RowErrorCode.CSR_SIGNATURE;
            case SIGNATURE_ALGORITHM_FORBIDDEN -> RowErrorCode.CSR_SIGNATURE_ALGORITHM;
            case KEY_ALGORITHM_FORBIDDEN, KEY_SIZE_FORBIDDEN -> RowErrorCode.KEY_KIND;
            case EXPONENT_FORBIDDEN -> RowErrorCode.KEY_EXPONENT;
            case SMALL_FACTOR, ROCA_KEY, FERMAT_CLOSE_PRIMES -> RowErrorCode.KEY_WEAK;
            case KNOWN_KEY -> RowErrorCode.KEY_KNOWN;
        };
    }

    private static String names(Set<KeySpec> keys) {
        return keys.stream().sorted().map(KeySpec::displayName).collect(Collectors.joining(", "));
    }
}

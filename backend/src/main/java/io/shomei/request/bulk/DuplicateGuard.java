package io.shomei.request.bulk;

import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses a row whose name or key stands in an earlier line of the same file. Rows pass one after the other in file order. A
 * faulty earlier row counts too: whoever mends it must not find the later one refused then.
 */
final class DuplicateGuard {
    private final Map<String, Long> lineOfName = new HashMap<>();
    private final Map<String, Long> lineOfKey = new HashMap<>();

    CheckedRow pass(CheckedRow row) {
        List<RowError> errors = new ArrayList<>(2);
        String name = row.commonName();
        Long sameName = name == null ? null : lineOfName.putIfAbsent(name, row.line());
        if (name != null && sameName != null) {
            errors.add(RowError.of(RequestField.SUBJECT_DN, RowErrorCode.DUPLICATE_NAME, sameName, name));
        }
        String key = row.keyFingerprint();
        Long sameKey = key == null ? null : lineOfKey.putIfAbsent(key, row.line());
        if (sameKey != null) {
            errors.add(RowError.of(RequestField.CSR, RowErrorCode.DUPLICATE_KEY, sameKey));
        }
        return row.with(errors);
    }
}

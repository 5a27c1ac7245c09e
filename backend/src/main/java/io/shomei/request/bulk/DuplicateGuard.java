package io.shomei.request.bulk;

import io.shomei.request.RowError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses a row that claims what an earlier line of the same file claims. Rows pass one after the other in file order. A faulty
 * earlier row counts too: whoever mends it must not find the later one refused then.
 */
final class DuplicateGuard {
    private final Map<RowClaim, Map<String, Long>> lines = new EnumMap<>(RowClaim.class);

    CheckedRow pass(CheckedRow row) {
        List<RowError> errors = new ArrayList<>(2);
        for (RowClaim claim : RowClaim.values()) {
            String value = row.claim(claim);
            Long earlier = value == null
                    ? null
                    : lines.computeIfAbsent(claim, _ -> new HashMap<>()).putIfAbsent(value, row.line());
            if (value != null && earlier != null) {
                errors.add(RowError.of(claim.field(), claim.duplicate(), earlier, value));
            }
        }
        return row.with(errors);
    }
}

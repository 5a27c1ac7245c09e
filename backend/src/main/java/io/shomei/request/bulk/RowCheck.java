package io.shomei.request.bulk;

import io.shomei.request.CheckContext;
import java.util.List;

/** Checks the rows of one format. Rows are checked in any order and in parallel. */
interface RowCheck {
    CheckedRow check(long line, List<String> cells, CheckContext context);
}

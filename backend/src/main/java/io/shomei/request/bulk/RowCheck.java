package io.shomei.request.bulk;

import io.shomei.request.CheckContext;

/** Checks rows whose cells stand in their columns, each alone: in any order and in parallel. */
interface RowCheck {
    CheckedRow check(long line, RowCells row, CheckContext context);
}

package io.shomei.request.bulk;

import io.shomei.kernel.ProblemCode;

/** Why a request file as a whole is refused. What is wrong with one row is a {@link io.shomei.request.RowError}. */
enum RequestFileProblem implements ProblemCode {
    /** Known to officers as 208. */
    REQUEST_FILE_MISSING(Kind.INVALID),
    /** Known to officers as 209. */
    REQUEST_FILE_EXTENSION(Kind.INVALID),
    /** Known to officers as 213. */
    REQUEST_FILE_EMPTY(Kind.INVALID),
    /** Known to officers as 214. */
    REQUEST_FILE_TOO_MANY_ROWS(Kind.INVALID),
    REQUEST_FILE_LINE_TOO_LONG(Kind.INVALID),
    REQUEST_FILE_TOO_LARGE(Kind.TOO_LARGE),
    REQUEST_FILE_ENCODING(Kind.INVALID),
    REQUEST_FILE_OPERATION_UNKNOWN(Kind.INVALID),
    REQUEST_FILE_NOT_CHECKED(Kind.CONFLICT),
    REQUEST_FILE_NOT_PROPOSED(Kind.CONFLICT),
    REQUEST_FILE_LAPSED(Kind.CONFLICT),
    REQUEST_FILE_HAS_REFUSED_ROWS(Kind.CONFLICT),
    REQUEST_FILE_NOTHING_TO_ISSUE(Kind.CONFLICT),
    REVIEW_ITEMS_NOT_CONFIRMED(Kind.INVALID);

    private final Kind kind;

    RequestFileProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}

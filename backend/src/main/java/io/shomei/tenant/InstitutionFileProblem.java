package io.shomei.tenant;

import io.shomei.kernel.ProblemCode;
import io.shomei.text.TabbedFile;

/** Why an institution file as a whole is refused. What is wrong with one row is an {@link InstitutionError}. */
enum InstitutionFileProblem implements ProblemCode {
    INSTITUTION_FILE_MISSING(Kind.INVALID),
    INSTITUTION_FILE_EXTENSION(Kind.INVALID),
    INSTITUTION_FILE_EMPTY(Kind.INVALID),
    INSTITUTION_FILE_TOO_MANY_ROWS(Kind.INVALID),
    INSTITUTION_FILE_LINE_TOO_LONG(Kind.INVALID),
    INSTITUTION_FILE_TOO_LARGE(Kind.TOO_LARGE),
    INSTITUTION_FILE_ENCODING(Kind.INVALID),
    INSTITUTION_FILE_HAS_REFUSED_ROWS(Kind.CONFLICT),
    INSTITUTION_FILE_OUTDATED(Kind.CONFLICT),
    INSTITUTION_FILE_NOTHING_TO_DO(Kind.CONFLICT);

    private final Kind kind;

    InstitutionFileProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    static ProblemCode of(TabbedFile.Fault fault) {
        return switch (fault) {
            case MISSING -> INSTITUTION_FILE_MISSING;
            case EXTENSION -> INSTITUTION_FILE_EXTENSION;
            case EMPTY -> INSTITUTION_FILE_EMPTY;
            case TOO_MANY_ROWS -> INSTITUTION_FILE_TOO_MANY_ROWS;
            case LINE_TOO_LONG -> INSTITUTION_FILE_LINE_TOO_LONG;
            case TOO_LARGE -> INSTITUTION_FILE_TOO_LARGE;
            case ENCODING -> INSTITUTION_FILE_ENCODING;
        };
    }
}

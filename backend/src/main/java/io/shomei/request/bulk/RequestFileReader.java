package io.shomei.request.bulk;

import io.shomei.kernel.ProblemCode;
import io.shomei.text.TabbedFile;
import io.shomei.text.TabbedFileLimits;
import java.io.IOException;
import java.nio.file.Path;

/** Opens uploaded request files, and refuses what is none with a {@link RequestFileProblem}. */
final class RequestFileReader {
    private RequestFileReader() {}

    static TabbedFile open(Path file, String fileName, TabbedFileLimits limits) throws IOException {
        return TabbedFile.open(file, fileName, limits, RequestFileReader::problem);
    }

    private static ProblemCode problem(TabbedFile.Fault fault) {
        return switch (fault) {
            case MISSING -> RequestFileProblem.REQUEST_FILE_MISSING;
            case EXTENSION -> RequestFileProblem.REQUEST_FILE_EXTENSION;
            case EMPTY -> RequestFileProblem.REQUEST_FILE_EMPTY;
            case TOO_MANY_ROWS -> RequestFileProblem.REQUEST_FILE_TOO_MANY_ROWS;
            case LINE_TOO_LONG -> RequestFileProblem.REQUEST_FILE_LINE_TOO_LONG;
            case TOO_LARGE -> RequestFileProblem.REQUEST_FILE_TOO_LARGE;
            case ENCODING -> RequestFileProblem.REQUEST_FILE_ENCODING;
        };
    }
}

package io.shomei.request.bulk;

/** How much of a file is taken. The rows are the tenant's policy, the rest protects the machine. */
record RequestFileLimits(long maxBytes, int maxRows, int maxLineCharacters) {
    static final long MAX_BYTES = 64L * 1024 * 1024;
    static final int MAX_LINE_CHARACTERS = 16 * 1024;

    static RequestFileLimits ofRows(int maxRows) {
        return new RequestFileLimits(MAX_BYTES, maxRows, MAX_LINE_CHARACTERS);
    }
}

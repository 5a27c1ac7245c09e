package io.shomei.web;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/** Keeps out of the log that a browser went to another page before a file had arrived: nobody has to act on it. */
@LoggingFilter(name = "abandoned-downloads")
final class AbandonedDownloads implements Filter {

    @Override
    public boolean isLoggable(LogRecord entry) {
        Throwable thrown = entry.getThrown();
        String message = thrown == null ? null : thrown.getMessage();
        return message == null
                || !(message.startsWith("Stream no longer exists") || message.startsWith("Connection was closed"));
    }
}

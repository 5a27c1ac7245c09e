package io.shomei.audit.syslog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.shomei.audit.SealedEvent;
import io.shomei.audit.seal.EventText;
import java.io.ByteArrayOutputStream;

/** An event as a syslog message (RFC 5424). Its text is the event as it was sealed. */
final class SyslogMessage {
    /** Log audit, RFC 5424 6.2.1. */
    private static final int FACILITY = 13;

    private static final int WARNING = 4;
    private static final int NOTICE = 5;
    /** RFC 5424 7.3.1: it begins again after this one. */
    private static final long MOST_SEQUENCE_ID = 2_147_483_647L;

    private SyslogMessage() {}

    /** With its length before it, as it goes over TLS (RFC 5425 4.3). */
    static byte[] frame(SealedEvent sealed, String host) {
        byte[] message = message(sealed, host);
        ByteArrayOutputStream frame = new ByteArrayOutputStream(message.length + 8);
        frame.writeBytes((message.length + " ").getBytes(US_ASCII));
        frame.writeBytes(message);
        return frame.toByteArray();
    }

    static byte[] message(SealedEvent sealed, String host) {
        var event = sealed.event();
        int severity = event.success() ? NOTICE : WARNING;
        String header = "<%d>1 %s %s shomei - %s [meta sequenceId=\"%d\"][origin software=\"Shomei\"] "
                .formatted(
                        FACILITY * 8 + severity,
                        event.at(),
                        host,
                        event.operation(),
                        1 + sealed.position() % MOST_SEQUENCE_ID);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(header.getBytes(US_ASCII));
        // RFC 5424 6.4: a mark says that what follows is UTF-8.
        message.writeBytes("\uFEFF".getBytes(UTF_8));
        message.writeBytes(EventText.octets(event));
        return message.toByteArray();
    }
}

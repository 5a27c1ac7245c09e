package io.shomei.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Answers that a browser saves as a file, under a name in any script (RFC 6266). */
public final class Downloads {
    private Downloads() {}

    public static Response text(String mediaType, String fileName, String content) {
        return bytes(mediaType, fileName, content.getBytes(StandardCharsets.UTF_8));
    }

    public static Response bytes(String mediaType, String fileName, byte[] content) {
        return Response.ok(content, mediaType)
                .header("Content-Disposition", disposition(fileName))
                .build();
    }

    /** Written while it is sent; memory stays the same however long it is. */
    public static Response stream(String mediaType, String fileName, StreamingOutput content) {
        return Response.ok(content, mediaType)
                .header("Content-Disposition", disposition(fileName))
                .build();
    }

    static String disposition(String fileName) {
        String ascii = fileName.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}

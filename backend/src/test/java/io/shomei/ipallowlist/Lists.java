package io.shomei.ipallowlist;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.shomei.web.AddressRange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What tests of the list send. They come from 127.0.0.1. */
final class Lists {
    static final String OFF = "{\"ipAllowlist\":{\"combine\":\"OFF\"}}";
    static final String AND = "{\"ipAllowlist\":{\"combine\":\"AND\"}}";
    static final String OR = "{\"ipAllowlist\":{\"combine\":\"OR_CERTIFICATE\"}}";
    static final String HERE = "127.0.0.0/8";
    static final String ELSEWHERE = "192.0.2.0/24";

    private Lists() {}

    static List<AllowedRange> ranges(String... texts) {
        return Stream.of(texts)
                .map(text -> new AllowedRange(AddressRange.parse(text), ""))
                .toList();
    }

    static Map<String, String> entry(String range) {
        return Map.of("range", range, "memo", "head office");
    }

    static Map<String, Object> list(String... ranges) {
        return Map.of("entries", Stream.of(ranges).map(Lists::entry).toList());
    }

    static Map<String, Object> tried(String range) {
        return Map.of("entries", List.of(entry(range)), "confirmed", true);
    }

    static Response upload(RequestSpecification request, String content) {
        return request.multiPart("file", "list.csv", content.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/v1/ip-allowlist/check");
    }

    static Response put(RequestSpecification request, int seen, Map<String, Object> body) {
        return request.contentType(ContentType.JSON)
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .put("/api/v1/ip-allowlist");
    }

    static Response confirm(RequestSpecification request, int seen) {
        return request.header("If-Match", "\"" + seen + "\"").post("/api/v1/ip-allowlist/confirmation");
    }

    static Response override(RequestSpecification request, String id, int seen, Map<String, Object> body) {
        return request.contentType(ContentType.JSON)
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .put("/api/v1/tenants/{id}/ip-allowlist", id);
    }
}

package io.shomei.acquisition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/**
 * What nobody may find afterwards.
 *
 * @param secrets what may be written nowhere
 * @param tokens what is part of a one-time URL: also in the log of whoever has the framework write down every request, but nowhere else
 */
record Planted(List<byte[]> secrets, List<byte[]> tokens) {
    static Planted of(String... secrets) {
        return new Planted(octets(secrets), List.of());
    }

    Planted with(byte[] secret) {
        return new Planted(both(secrets, List.of(secret)), tokens);
    }

    Planted at(String... more) {
        return new Planted(secrets, both(tokens, octets(more)));
    }

    Planted and(Planted other) {
        return new Planted(both(secrets, other.secrets), both(tokens, other.tokens));
    }

    private static List<byte[]> octets(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    private static List<byte[]> both(List<byte[]> some, List<byte[]> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}

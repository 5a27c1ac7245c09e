package io.shomei.certificate;

/**
 * Which revocation list: that of an authority, or a part of it (RFC 5280 5.2.5). A certificate is on the same one for ever.
 *
 * @param authority name of a generation
 * @param shard 0 where the authority has one list only
 */
public record CrlScope(String authority, int shard) {

    @Override
    public String toString() {
        return shard == 0 ? authority : authority + "." + shard;
    }
}

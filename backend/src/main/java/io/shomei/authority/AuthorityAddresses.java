package io.shomei.authority;

import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;

/** Where relying parties find what they need of an authority, as certificates name it. */
@ApplicationScoped
class AuthorityAddresses {
    private final Entrances entrances;

    AuthorityAddresses(Entrances entrances) {
        this.entrances = entrances;
    }

    String crl(String authority, int shard) {
        return file(authority, shard(shard) + ".crl");
    }

    String deltaCrl(String authority, int shard) {
        return file(authority, shard(shard) + ".delta.crl");
    }

    String certificate(String authority) {
        return file(authority, ".crt");
    }

    String pem(String authority) {
        return file(authority, ".pem");
    }

    /** The certificate and those above it, the root included, as PKCS#7. */
    String pkcs7Chain(String authority) {
        return file(authority, ".p7c");
    }

    /** The certificate and those above it, the root included, as PEM. */
    String pemChain(String authority) {
        return file(authority, ".chain.pem");
    }

    String ocsp() {
        return entrances.httpUrl() + "/ocsp";
    }

    private String file(String authority, String end) {
        return entrances.httpUrl() + "/pki/" + authority + end;
    }

    /** The first list keeps the address that lists had before there were shards. */
    private static String shard(int shard) {
        return shard == 0 ? "" : "." + shard;
    }
}

package io.shomei.submission;

import io.shomei.kernel.CertificateId;
import io.shomei.request.Subscriber;
import io.shomei.request.bulk.RequestFileOperation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came with a link: a file, one certificate request with the few things that a file says beside it, or new keys for certificates that
 * are renewed.
 */
sealed interface HandedIn {

    /** A file as officers upload them. */
    record File(RequestFileOperation operation, String name, byte[] content) implements HandedIn {}

    /**
     * One application for a new certificate.
     *
     * @param csr as PEM or its base64
     * @param dnsNames further names
     */
    record Csr(String csr, Subscriber subscriber, List<String> dnsNames) implements HandedIn {
        public Csr {
            dnsNames = List.copyOf(dnsNames);
        }
    }

    /** New keys for certificates that the link is for. */
    record Renewals(List<Renewal> renewals) implements HandedIn {
        public Renewals {
            renewals = List.copyOf(renewals);
        }

        /** In the order of the lines. */
        List<CertificateId> certificates() {
            return renewals.stream().map(Renewal::certificate).toList();
        }
    }

    /**
     * A new key for a certificate.
     *
     * @param csr as PEM or its base64
     * @param software what it runs on now; null where that did not change
     * @param dnsNames the names beside the CN from now on; null where these did not change
     */
    record Renewal(
            CertificateId certificate,
            String csr,
            @Nullable String software,
            @Nullable List<String> dnsNames) {
        public Renewal {
            dnsNames = dnsNames == null ? null : List.copyOf(dnsNames);
        }
    }
}

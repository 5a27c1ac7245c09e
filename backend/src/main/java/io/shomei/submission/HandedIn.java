package io.shomei.submission;

import io.shomei.request.Subscriber;
import io.shomei.request.bulk.RequestFileOperation;
import java.util.List;

/** What came with a link: a file, or one certificate request with the few things that a file says beside it. */
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
}

package io.shomei.web;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client certificate through the handshake, which proves that its key is at hand, and nothing more. Whether it
 * identifies anybody is decided by the register, on (issuer, serial) and the certificate's bytes.
 */
final class PresentedCertificates extends X509ExtendedTrustManager {
    private final Supplier<List<X509Certificate>> authorities;

    PresentedCertificates(Supplier<List<X509Certificate>> authorities) {
        this.authorities = authorities;
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.get().toArray(X509Certificate[]::new);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
        // Accepted: see the class.
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
        // Accepted: see the class.
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {
        // Accepted: see the class.
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        throw notAServer();
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw notAServer();
    }

    private static CertificateException notAServer() {
        return new CertificateException("the entrance verifies clients only");
    }
}

package io.shomei.notification;

/** Signs mails with the platform's own certificate, which comes from features above. */
public interface MailSigner {
    /**
     * @param mailbox that the mail comes from, which the certificate names (RFC 8550 3)
     * @param entity a MIME entity in canonical form: lines end with CR and LF (RFC 8551 3.1)
     * @return SignedData in DER without the content, with the certificates a recipient needs (RFC 5652 5)
     */
    byte[] sign(String mailbox, byte[] entity);
}

package io.shomei.notification;

import java.nio.charset.Charset;
import java.util.List;

/**
 * A mail ready to be put into its form.
 *
 * @param id of its notice: a mail that is sent again is known to be the same
 * @param charset in which it is written; holds every character of it
 * @param attachments files that go with it
 * @param signed whether it carries the platform's signature
 */
record Mail(
        String id,
        String recipient,
        String subject,
        String text,
        Charset charset,
        List<Attachment> attachments,
        boolean signed) {}

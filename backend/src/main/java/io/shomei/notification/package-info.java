/**
 * Mails: a transactional outbox, templates in both languages, and delivery with retries.
 * Owns the table {@code notice}. A notice never stores a secret; what must not be stored is added while it is sent.
 */
@NullMarked
package io.shomei.notification;

import org.jspecify.annotations.NullMarked;

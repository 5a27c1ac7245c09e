/**
 * Tells customers' own systems what happens: signed messages in the form of Standard Webhooks, sent after the transaction they tell of,
 * and tried again until they arrive or the webhook is paused. Owns the tables {@code webhook} and {@code webhook_delivery}.
 */
@NullMarked
package io.shomei.webhook;

import org.jspecify.annotations.NullMarked;

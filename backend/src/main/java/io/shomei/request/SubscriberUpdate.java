package io.shomei.request;

import io.shomei.certificate.Subscriber;

/**
 * A checked application to change who is responsible for a certificate.
 *
 * @param changes what is null stays as it is
 */
public record SubscriberUpdate(Subscriber changes) implements CheckedApplication {}

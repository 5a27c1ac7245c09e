package io.shomei.request;

/** An application without faults. A new kind of application is a new record here. */
public sealed interface CheckedApplication permits CsrIssue, ClientIssue, RevocationApplication, SubscriberUpdate {}

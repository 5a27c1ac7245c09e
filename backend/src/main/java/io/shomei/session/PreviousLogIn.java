package io.shomei.session;

import java.time.Instant;

/** An earlier log-in: when, from where and who. */
record PreviousLogIn(Instant at, String address, String name) {}

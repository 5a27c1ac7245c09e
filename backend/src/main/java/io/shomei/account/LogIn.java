package io.shomei.account;

import java.time.Instant;

/** When an account logged in, and from where. */
record LogIn(Instant at, String address) {}

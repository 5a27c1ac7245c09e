package io.shomei.policy;

/** A version of a tenant's policy as it is stored. */
record PolicyRow(int version, String preset, String overrides) {}

package io.shomei.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A version of a tenant's policy as it is stored.
 *
 * @param overrides what it changes of the preset
 * @param by who made it, for reading
 * @param comment why
 */
record PolicyVersion(int version, String preset, ObjectNode overrides, Instant at, String by, String comment) {}

/**
 * Applications for certificates: what an applicant states is checked here, once, whether it came as JSON or as a row of a file.
 * Owns requests and request files. Its rules come from the service's registered values and permitted domains, RFC 2986 for
 * certificate requests and the Baseline Requirements for names and keys.
 */
@NullMarked
package io.shomei.request;

import org.jspecify.annotations.NullMarked;

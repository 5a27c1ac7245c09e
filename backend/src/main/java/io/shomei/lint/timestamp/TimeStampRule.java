package io.shomei.lint.timestamp;

import io.shomei.lint.Rule;

/** A demand on the time stamps we sign. */
interface TimeStampRule extends Rule<TimeStampTarget> {}

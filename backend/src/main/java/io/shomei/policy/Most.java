package io.shomei.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The ceiling of a key: no tenant's policy goes above it. A number, or an ISO 8601 duration or period; of a list, how many values it has. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Most {
    String value();
}

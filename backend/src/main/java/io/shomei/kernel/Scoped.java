package io.shomei.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that API tokens may call, and with which scope; any other is for sessions alone. The contract says it
 * ({@code x-scope}) and the interfaces that are made from it carry it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Scoped {
    /** The scope, such as {@code certificates:read}. */
    String value();
}

package io.shomei.testing;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the whole application through HTTP, on PostgreSQL. All of these share one application. */
@QuarkusTest
@QuarkusTestResource(EmbeddedDatabaseResource.class)
// The last one is the first after a test: lists are compared with the present time.
@ExtendWith({Exercised.class, PresentLists.class, PresentClock.class})
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShomeiTest {}

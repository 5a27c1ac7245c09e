package io.shomei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.shomei.testing.Contract;
import io.shomei.testing.Exercised;
import io.shomei.testing.ShomeiTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all other tests of the application: each operation was seen to succeed and to refuse, in every way it names. */
@ShomeiTest
@Order(Integer.MAX_VALUE)
class ContractCoverageTest {
    private static final Set<String> EVERY_ROLE = Set.of("OPERATOR", "OFFICER", "ADMINISTRATOR", "USER");
    /** Refusals that one shared piece of code gives before any operation begins; they are tested once and not everywhere. */
    private static final Set<String> SHARED = Set.of(
            "session-ended",
            "session-timed-out",
            "session-displaced",
            "session-certificate-mismatch",
            "csrf-header-missing",
            "tenant-not-active",
            "idempotency-key-in-use",
            "malformed-request");

    @Test
    void everyOperationWasSeenToSucceed() {
        assumeEverythingRan();
        for (Contract.Operation operation : Contract.get().operations()) {
            assertThat(Exercised.answersOf(operation.id()))
                    .as(operation.id())
                    .containsAll(
                            operation.successes().stream().map(String::valueOf).toList());
        }
    }

    @Test
    void everyOperationWasSeenToRefuseInEveryWayItNames() {
        assumeEverythingRan();
        Set<String> unseen = new TreeSet<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            operation.problems().stream()
                    .filter(problem -> !SHARED.contains(problem))
                    .filter(problem -> !Exercised.answersOf(operation.id()).contains(problem))
                    // All roles may call it.
                    .filter(problem -> !(problem.equals("not-permitted")
                            && operation.roles().containsAll(EVERY_ROLE)))
                    .forEach(problem -> unseen.add(operation.id() + " " + problem));
        }
        assertThat(unseen).isEmpty();
    }

    @Test
    void everySharedRefusalWasSeenSomewhere() {
        assumeEverythingRan();
        Set<String> seen = Contract.get().operations().stream()
                .flatMap(operation -> Exercised.answersOf(operation.id()).stream())
                .collect(Collectors.toSet());
        assertThat(seen).containsAll(SHARED);
    }

    /** When somebody runs a part of the tests, this one has nothing to say. */
    private static void assumeEverythingRan() {
        List<String> all = new ClassFileImporter()
                .importPackages("io.shomei").stream()
                        .filter(each -> each.isAnnotatedWith(ShomeiTest.class))
                        .map(each -> each.getName())
                        .toList();
        assumeThat(Exercised.classes()).containsAll(all);
    }
}

package io.shomei;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.shomei.kernel.AcrossTenants;
import io.shomei.kernel.TenantId;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who may call whom, and what every class of a kind has in common. */
class ArchitectureTest {
    /** Bottom to top. A feature uses what is below its line; one that is not in the list fails the test. */
    private static final List<Set<String>> STRATA = List.of(
            Set.of("kernel"),
            Set.of("api", "pki", "database", "text"),
            Set.of("web", "jobs"),
            Set.of("audit", "keys", "lint"),
            Set.of("policy"),
            Set.of("notification", "profile"),
            Set.of("tenant", "authority"),
            Set.of("account", "certificate", "ipallowlist"),
            Set.of("licence", "webhook", "escrow", "permission", "announcement"),
            Set.of("issuance"),
            Set.of("session", "status", "timestamp"),
            Set.of("revocation", "enrolment", "apitoken"),
            Set.of("acquisition"),
            Set.of("desk"),
            Set.of("user"),
            Set.of("request", "issuancejob", "bundle"),
            Set.of("submission"),
            Set.of("renewal"),
            Set.of("download", "statistics"),
            Set.of("protocol"),
            Set.of("platform", "demo"),
            Set.of(""));

    private static final Path OVERVIEW = Path.of("../docs/architecture/overview.md");
    /** A row of the overview's table, and the features in it. */
    private static final Pattern STRATUM = Pattern.compile("\\| (\\d+) \\| (.*) \\|");

    private static final Pattern FEATURE = Pattern.compile("`([a-z]+)`");

    private static final String ROOT = "io.shomei";
    private static final String[] BOUNCY_CASTLE = packages(
            "pki", "keys", "lint", "profile", "authority", "issuance", "status", "timestamp", "download", "protocol");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final JavaClasses OURS = CODE.that(DescribedPredicate.not(resideInAnyPackage("io.shomei.api..")));

    private static final DescribedPredicate<JavaClass> RESOURCE = named("Resource");
    private static final DescribedPredicate<JavaClass> REPOSITORY = named("Repository");
    private static final DescribedPredicate<JavaClass> ENTITY = named("Entity");

    @Test
    void everyPackageIsInTheStrata() {
        Set<String> unlisted = new TreeSet<>();
        OURS.forEach(each -> {
            if (STRATA.stream().noneMatch(stratum -> stratum.contains(feature(each)))) {
                unlisted.add(each.getPackageName());
            }
        });
        assertThat(unlisted).isEmpty();
    }

    @Test
    void theOverviewShowsTheStrata() throws IOException {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < STRATA.size() - 2; i++) {
            shown.add(i + " " + new TreeSet<>(STRATA.get(i)));
        }
        assertThat(Files.readAllLines(OVERVIEW).stream()
                        .map(STRATUM::matcher)
                        .filter(Matcher::matches)
                        .map(row -> row.group(1) + " "
                                + FEATURE.matcher(row.group(2))
                                        .results()
                                        .map(feature -> feature.group(1))
                                        .collect(Collectors.toCollection(TreeSet::new)))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(shown);
    }

    @Test
    void aFeatureUsesOnlyWhatIsBelowIt() {
        Set<String> upwards = new TreeSet<>();
        for (JavaClass each : OURS) {
            for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT)
                        && !feature(each).equals(feature(target))
                        && stratum(feature(target)) >= stratum(feature(each))) {
                    upwards.add(each.getSimpleName() + " (" + feature(each) + ") -> " + target.getSimpleName() + " ("
                            + feature(target) + ")");
                }
            }
        }
        assertThat(upwards).isEmpty();
    }

    @Test
    void entitiesRepositoriesAndResourcesAreKnownInTheirPackageOnly() {
        check(noClasses()
                .that(RESOURCE.or(REPOSITORY).or(ENTITY))
                .should()
                .bePublic()
                .orShould()
                .beProtected());
    }

    @Test
    void onlyRepositoriesAndEntitiesTouchTheOrm() {
        check(noClasses()
                .that(DescribedPredicate.not(REPOSITORY.or(ENTITY)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "io.quarkus.hibernate.."));
    }

    @Test
    void onlyRepositoriesGoThroughTheDoorToTheDatabase() {
        // Jobs clears what its library keeps; it has no rows of tenants.
        check(noClasses()
                .that(DescribedPredicate.not(REPOSITORY)
                        .and(DescribedPredicate.not(resideInAnyPackage(packages("database", "jobs")))))
                .should()
                .dependOnClassesThat()
                .haveNameMatching("io\\.shomei\\.database\\.(TenantScope|Sql)"));
    }

    @Test
    void theDomainDoesNotKnowTheContract() {
        check(noClasses()
                .that(DescribedPredicate.not(RESOURCE.or(resideInAnyPackage(packages("web")))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.shomei.api.."));
    }

    @Test
    void onlyResourcesAndTheEdgeKnowHttp() {
        check(noClasses()
                .that(DescribedPredicate.not(RESOURCE.or(resideInAnyPackage(packages("web", "protocol")))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.ws.rs.."));
    }

    @Test
    void theUseCaseOwnsTheTransaction() {
        check(noClasses().that(RESOURCE.or(REPOSITORY).or(ENTITY)).should().beAnnotatedWith(Transactional.class));
        check(methods()
                .that()
                .areDeclaredInClassesThat(RESOURCE.or(REPOSITORY).or(ENTITY))
                .should()
                .notBeAnnotatedWith(Transactional.class));
    }

    @Test
    void bouncyCastleIsUsedWhereStructuresAreMade() {
        check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(BOUNCY_CASTLE)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle.."));
    }

    @Test
    void timeAndChanceComeFromTheKernel() {
        check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage(packages("kernel"))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callConstructor(SecureRandom.class));
    }

    @Test
    void dependenciesComeThroughConstructors() {
        check(noFields().should().beAnnotatedWith(Inject.class));
        check(noFields().should().beAnnotatedWith(ConfigProperty.class));
    }

    @Test
    void classesAreNamedAfterWhatTheyAre() {
        check(noClasses().should().haveSimpleNameEndingWith("Manager"));
        check(noClasses().should().haveSimpleNameContaining("Helper"));
        check(noClasses().should().haveSimpleNameContaining("Util"));
        check(noClasses().should().haveSimpleNameEndingWith("Impl"));
        check(noClasses().should().haveSimpleNameEndingWith("Dto"));
        check(noClasses().should().haveSimpleNameStartingWith("Base").orShould().haveSimpleNameEndingWith("Base"));
    }

    @Test
    void everyQueryNamesATenantOrSaysWhyNot() {
        check(methods()
                .that()
                .areDeclaredInClassesThat(simpleNameEndingWith("Repository"))
                .and()
                .areNotPrivate()
                .and()
                .areNotStatic()
                .should(nameATenant()));
    }

    private static ArchCondition<JavaMethod> nameATenant() {
        return new ArchCondition<>("take a TenantId, or a value that holds one, or say @AcrossTenants") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean made = method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        || method.getModifiers().contains(JavaModifier.BRIDGE)
                        // What the ORM writes into a repository.
                        || method.getName().startsWith("$$");
                boolean named = method.isAnnotatedWith(AcrossTenants.class)
                        || method.getRawParameterTypes().stream().anyMatch(ArchitectureTest::holdsATenant);
                if (!made && !named) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no tenant"));
                }
            }
        };
    }

    private static boolean holdsATenant(JavaClass type) {
        return type.isEquivalentTo(TenantId.class)
                || type.getFields().stream()
                        .anyMatch(field -> field.getRawType().isEquivalentTo(TenantId.class));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    private static DescribedPredicate<JavaClass> named(String suffix) {
        return simpleNameEndingWith(suffix)
                .and(DescribedPredicate.describe(
                        "not generated", each -> !each.getSimpleName().contains("_")))
                .or(DescribedPredicate.describe(
                        "inside ..." + suffix,
                        each -> each.getEnclosingClass()
                                .map(outer -> outer.getSimpleName().endsWith(suffix))
                                .orElse(false)));
    }

    private static int stratum(String feature) {
        for (int i = 0; i < STRATA.size(); i++) {
            if (STRATA.get(i).contains(feature)) {
                return i;
            }
        }
        throw new AssertionError(feature + " is in no stratum");
    }

    /** The first package below the root; a feature's own subpackages belong to it. */
    private static String feature(JavaClass each) {
        String below = each.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).replaceAll("\\..*", "");
    }

    private static String[] packages(String... features) {
        List<String> packages = new ArrayList<>();
        for (String feature : features) {
            packages.add(ROOT + "." + feature + "..");
        }
        return packages.toArray(String[]::new);
    }
}

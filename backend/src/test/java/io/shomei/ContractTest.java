package io.shomei;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.ProblemCode;
import io.shomei.testing.Contract;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract is whole, the code keeps it, and people are told of everything in both languages. */
class ContractTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.shomei");

    @Test
    void everyOperationSaysWhatItIsWhoMayCallItAndHowItRefuses() {
        List<String> faults = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            String what = operation.method() + " " + operation.path() + ": ";
            JsonNode node = operation.node();
            if (!operation.id().matches("[a-z][A-Za-z]+") || !ids.add(operation.id())) {
                faults.add(what + "operationId " + operation.id());
            }
            if (node.path("summary").asText().isBlank()) {
                faults.add(what + "no summary");
            }
            if (node.path("tags").size() != 1) {
                faults.add(what + "not one tag");
            }
            if (operation.roles().isEmpty()) {
                faults.add(what + "no x-roles");
            }
            boolean isPublic = operation.roles().equals(Set.of("PUBLIC"));
            if (isPublic
                    != (node.path("security").isArray() && node.path("security").isEmpty())) {
                faults.add(what + "x-roles and security do not agree");
            }
            if (operation.successes().size() != 1) {
                faults.add(what + "not one success");
            }
            if (!isPublic && !operation.problems(401).contains("session-required")) {
                faults.add(what + "does not say how it answers without a session");
            }
            if (!isPublic
                    && operation.roles().size() < 4
                    && !operation.problems(403).contains("not-permitted")) {
                faults.add(what + "does not say how it answers another role");
            }
            if (!isPublic
                    && operation.path().contains("{id}")
                    && !operation.problems(404).contains("not-found")) {
                faults.add(what + "does not say how it answers an unknown id");
            }
            operation.statuses().stream().filter(status -> status >= 400).forEach(status -> {
                if (operation.problems(status).isEmpty()
                        || !operation
                                .response(status)
                                .orElseThrow()
                                .path("content")
                                .has("application/problem+json")) {
                    faults.add(what + status + " names no problem");
                }
            });
            node.path("parameters").forEach(parameter -> {
                JsonNode schema = Contract.get().resolve(parameter).path("schema");
                if ("string".equals(schema.path("type").asText())
                        && !schema.has("maxLength")
                        && !schema.has("format")
                        && !schema.has("pattern")) {
                    faults.add(what + parameter + " has no bound");
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyExampleIsValid() {
        List<String> faults = new ArrayList<>();
        examples("", Contract.get().document(), faults);
        assertThat(faults).isEmpty();
    }

    @Test
    void everyProblemOfTheContractIsInTheCode() {
        Set<String> known = new TreeSet<>();
        problemCodes().forEach(code -> known.add(code.slug()));
        Set<String> named = new TreeSet<>(Contract.EVERYWHERE);
        Contract.get().operations().forEach(operation -> named.addAll(operation.problems()));
        assertThat(known).containsAll(named);
    }

    @Test
    void everyOperationIsImplementedForExactlyTheRolesOfTheContract() {
        List<String> faults = new ArrayList<>();
        for (Contract.Operation operation : Contract.get().operations()) {
            String tag = operation.node().path("tags").path(0).asText();
            String api = "io.shomei.api." + tag.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + tag.substring(1)
                    + "Api";
            List<Class<?>> resources = CODE.stream()
                    .filter(each -> each.getSimpleName().endsWith("Resource"))
                    .filter(each -> each.getRawInterfaces().stream()
                            .anyMatch(implemented -> implemented.getName().equals(api)))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();
            List<Method> methods = resources.stream()
                    .flatMap(resource -> Stream.of(resource.getDeclaredMethods()))
                    .filter(method ->
                            method.getName().equals(operation.id()) && !method.isBridge() && !method.isSynthetic())
                    .toList();
            if (methods.size() != 1) {
                faults.add(operation + " is implemented " + methods.size() + " times");
            } else if (!roles(methods.getFirst()).equals(operation.roles())) {
                faults.add(operation + " is for " + operation.roles() + ", but the code says "
                        + roles(methods.getFirst()));
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyProblemHasATitleInBothLanguages() {
        Set<String> slugs = new TreeSet<>();
        problemCodes().forEach(code -> slugs.add(code.slug()));
        for (String language : List.of("ja", "en")) {
            assertThat(texts("io/shomei/web/problems_" + language + ".properties")
                            .stringPropertyNames())
                    .containsAll(slugs);
        }
    }

    @Test
    void everyOperationOfTheHistoryHasATitleInBothLanguages() {
        Set<String> codes = new TreeSet<>();
        for (AuditOperation operation : AuditOperation.values()) {
            codes.add(operation.code());
        }
        for (String language : List.of("ja", "en")) {
            assertThat(texts("io/shomei/audit/operations_" + language + ".properties")
                            .stringPropertyNames())
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
    }

    @Test
    void theTextsOfBothLanguagesHaveTheSameKeys() throws IOException {
        List<String> files;
        Path resources = Path.of("src", "main", "resources");
        try (Stream<Path> all = Files.walk(resources)) {
            files = all.map(file -> resources.relativize(file).toString())
                    .filter(file -> file.endsWith("_ja.properties"))
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (String file : files) {
            Properties japanese = texts(file);
            Properties english = texts(file.replace("_ja.", "_en."));
            assertThat(english.stringPropertyNames()).as(file).isEqualTo(japanese.stringPropertyNames());
            assertThat(japanese.stringPropertyNames())
                    .as(file)
                    .allMatch(key -> japanese.getProperty(key).isBlank()
                            == english.getProperty(key).isBlank());
        }
    }

    /** Every constant of every enum of refusals. */
    static List<ProblemCode> problemCodes() {
        return CODE.stream()
                .filter(each -> each.isEnum() && each.isAssignableTo(ProblemCode.class))
                .flatMap(each -> Arrays.stream(each.reflect().getEnumConstants()))
                .map(ProblemCode.class::cast)
                .toList();
    }

    private static void examples(String path, JsonNode node, List<String> faults) {
        if (node.has("schema") && node.has("examples")) {
            node.get("examples")
                    .properties()
                    .forEach(named -> Contract.get()
                            .faults(node.get("schema"), named.getValue().get("value"))
                            .forEach(fault -> faults.add(path + "/examples/" + named.getKey() + ": " + fault)));
        }
        if (node.has("schema") && node.has("example")) {
            Contract.get()
                    .faults(node.get("schema"), node.get("example"))
                    .forEach(fault -> faults.add(path + ": " + fault));
        }
        if (node.isObject()) {
            node.properties().forEach(member -> examples(path + "/" + member.getKey(), member.getValue(), faults));
        } else {
            node.forEach(element -> examples(path + "/", element, faults));
        }
    }

    private static Set<String> roles(Method method) {
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        if (allowed == null && !method.isAnnotationPresent(PermitAll.class)) {
            allowed = method.getDeclaringClass().getAnnotation(RolesAllowed.class);
            if (allowed == null && !method.getDeclaringClass().isAnnotationPresent(PermitAll.class)) {
                return Set.of();
            }
        }
        return allowed == null ? Set.of("PUBLIC") : new LinkedHashSet<>(List.of(allowed.value()));
    }

    private static Properties texts(String file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of("src", "main", "resources", file))) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return properties;
    }
}

package io.shomei.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every screen, mail and check reads the policy (C.1): there is no key that only the policy's own pages know of.
 */
class PolicyReadersTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.shomei");

    @Test
    void everyKeyIsReadOutsideOfThePolicy() {
        List<String> unread = new ArrayList<>();
        collect(Policy.class, "", unread);
        assertThat(unread).isEmpty();
    }

    private static void collect(Class<?> type, String prefix, List<String> unread) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + component.getName();
            if (component.getType().isRecord()) {
                collect(component.getType(), path + ".", unread);
            } else if (!isRead(CODE.get(type), component.getName())) {
                unread.add(path);
            }
        }
    }

    private static boolean isRead(JavaClass type, String name) {
        JavaMethod accessor = type.getMethod(name);
        Set<JavaCodeUnit> seen = new HashSet<>();
        return isRead(accessor, seen)
                || type.getField(name).getAccessesToSelf().stream()
                        .map(access -> access.getOrigin())
                        .anyMatch(origin -> origin instanceof JavaMethod method && isRead(method, seen));
    }

    /** By something that is not the policy, or by what the model itself makes of it for something that is not. */
    private static boolean isRead(JavaMethod accessor, Set<JavaCodeUnit> seen) {
        return seen.add(accessor)
                && Stream.concat(accessor.getCallsOfSelf().stream(), accessor.getReferencesToSelf().stream())
                        .map(access -> access.getOrigin())
                        .anyMatch(origin -> !isOfThePolicy(origin.getOwner())
                                || (isOfTheModel(origin.getOwner())
                                        && origin instanceof JavaMethod method
                                        && isRead(method, seen)));
    }

    private static boolean isOfThePolicy(JavaClass type) {
        return type.getPackageName().equals(Policy.class.getPackageName());
    }

    private static boolean isOfTheModel(JavaClass type) {
        return type.getName().startsWith(Policy.class.getName() + "$")
                || type.getName().equals(Policy.class.getName());
    }
}

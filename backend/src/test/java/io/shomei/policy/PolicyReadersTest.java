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
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every screen, mail and check reads the policy (C.1): there is no key that only the policy's own pages know of, and no value that
 * nothing tells from the others.
 */
class PolicyReadersTest {
    /** Values that are told by being none of the others; each with why nothing names it. */
    private static final Set<String> UNNAMED = Set.of(
            // A password is compared with whatever else the policy lists; letters and digits are the other set.
            "Password.Charset.PRINTABLE_ASCII",
            "Password.Composition.ANY",
            // What is not forced is warned of.
            "Password.OnExpiry.WARN",
            // What is not the last lock is temporary again.
            "LockOut.LastLock.TEMPORARY",
            // One more session is refused only where the policy says so, and replaces the other only where it says so.
            "Session.Concurrency.MANY",
            // Browsers are told by name what counts.
            "Session.IdleEvent.REQUEST",
            "Session.IdleEvent.CLICK",
            // Both are good to their end, and nobody is reminded to revoke the older.
            "Supersession.AT_EXPIRY",
            // What no tool may follow is MODERN unless the target says otherwise.
            "P12.Encryption.MODERN",
            "P12.Encryption.BY_TARGET",
            // Where there is no list and no secret, there is no file.
            "P12.InitialPassword.NONE",
            // Not in the background.
            "Issuance.Mode.SYNC",
            // Always so.
            "Issuance.Concurrency.PER_SUBJECT",
            // The first of the encodings a mail may have.
            "Mail.Encoding.UTF_8");

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.shomei");

    @Test
    void everyKeyIsReadOutsideOfThePolicy() {
        List<String> unread = new ArrayList<>();
        collect(Policy.class, "", unread);
        assertThat(unread).isEmpty();
    }

    @Test
    void everyValueIsToldFromTheOthers() {
        Set<String> unnamed = new TreeSet<>();
        values(Policy.class)
                .forEach(type -> Arrays.stream(type.getEnumConstants())
                        .filter(value -> !isNamed(type, ((Enum<?>) value).name()))
                        .forEach(value -> unnamed.add(name(type) + "." + ((Enum<?>) value).name())));
        assertThat(unnamed).isSubsetOf(UNNAMED);
    }

    private static void collect(Class<?> type, String prefix, List<String> unread) {
        for (RecordComponent component : type.getRecordComponents()) {
            String path = prefix + component.getName();
            if (component.getType().isRecord()) {
                collect(component.getType(), path + ".", unread);
            } else if (!isRead(CODE.get(type).getMethod(component.getName()), new HashSet<>())) {
                unread.add(path);
            }
        }
    }

    /** By something that is not the policy, or by what the model itself makes of it for something that is not. */
    private static boolean isRead(JavaMethod accessor, Set<JavaCodeUnit> seen) {
        return seen.add(accessor)
                && Stream.concat(accessor.getCallsOfSelf().stream(), accessor.getReferencesToSelf().stream())
                        .map(access -> access.getOrigin())
                        .anyMatch(origin -> !isOfThePolicy(origin.getOwner())
                                || isOfTheModel(origin.getOwner())
                                        && origin instanceof JavaMethod method
                                        && isRead(method, seen));
    }

    private static boolean isNamed(Class<?> type, String value) {
        return CODE.get(type).getField(value).getAccessesToSelf().stream()
                .anyMatch(access -> !access.getOriginOwner().equals(CODE.get(type))
                        && (!isOfThePolicy(access.getOriginOwner()) || isOfTheModel(access.getOriginOwner())));
    }

    private static Set<Class<?>> values(Class<?> model) {
        return Stream.concat(
                        Arrays.stream(model.getDeclaredClasses()).filter(Class::isEnum),
                        Arrays.stream(model.getDeclaredClasses())
                                .filter(Class::isRecord)
                                .flatMap(inner -> values(inner).stream()))
                .collect(Collectors.toSet());
    }

    private static String name(Class<?> type) {
        return type.getName().substring(Policy.class.getName().length() + 1).replace('$', '.');
    }

    private static boolean isOfThePolicy(JavaClass type) {
        return type.getPackageName().equals(Policy.class.getPackageName());
    }

    private static boolean isOfTheModel(JavaClass type) {
        return type.getName().startsWith(Policy.class.getName() + "$")
                || type.getName().equals(Policy.class.getName());
    }
}

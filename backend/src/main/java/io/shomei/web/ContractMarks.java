package io.shomei.web;

import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the contract marks an operation with: on the method itself, or on the interface that was made from the contract. */
final class ContractMarks {
    private static final Map<Sought, Optional<? extends Annotation>> FOUND = new ConcurrentHashMap<>();

    private record Sought(Method operation, Class<? extends Annotation> mark) {}

    private ContractMarks() {}

    static <A extends Annotation> Optional<A> find(Method operation, Class<A> mark) {
        return FOUND.computeIfAbsent(new Sought(operation, mark), ContractMarks::find)
                .map(mark::cast);
    }

    /** The path of an operation, with its variables in braces. */
    static String path(Method operation) {
        return declared(operation)
                .map(declared -> valueOf(declared.getDeclaringClass()) + valueOf(declared))
                .findFirst()
                .orElse("");
    }

    private static String valueOf(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** The operation in the interface that was made from the contract. */
    private static Stream<Method> declared(Method operation) {
        return Arrays.stream(operation.getDeclaringClass().getInterfaces())
                .flatMap(contract -> Arrays.stream(contract.getMethods()))
                .filter(declared -> declared.getName().equals(operation.getName())
                        && Arrays.equals(declared.getParameterTypes(), operation.getParameterTypes()));
    }

    private static Optional<? extends Annotation> find(Sought sought) {
        Method operation = sought.operation();
        return Stream.concat(Stream.of(operation), declared(operation))
                .map(declared -> declared.getAnnotation(sought.mark()))
                .filter(Objects::nonNull)
                .findFirst();
    }
}

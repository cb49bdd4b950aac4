// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.policy;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All REST endpoints of the gateway, as they are declared. */
public final class Endpoints {

    /** @param action null when none is declared */
    public record Endpoint(String method, String path, Action action, Method code) {

        /** A path that leads there. */
        public String to(String camera) {
            return path.replace("{id}", camera)
                    .replace("{role}", "main")
                    .replace("{name}", "zoe")
                    .replace("{device}", "attic")
                    .replace("{preset}", "1")
                    .replace("{patrol}", "night")
                    .replace("{rest:.+}", "status");
        }
    }

    private Endpoints() {}

    public static List<Endpoint> all() {
        return Classes.ofGateway().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(code -> Arrays.stream(code.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(method -> method != null)
                        .map(method -> new Endpoint(method.value(), path(code), action(code), code)))
                .toList();
    }

    private static @Nullable Action action(Method code) {
        var needs = code.getAnnotation(Needs.class);
        return needs == null ? null : needs.value();
    }

    private static String path(Method code) {
        var root = code.getDeclaringClass().getAnnotation(Path.class).value();
        var own = code.getAnnotation(Path.class);
        return own == null ? root : root + "/" + own.value();
    }
}

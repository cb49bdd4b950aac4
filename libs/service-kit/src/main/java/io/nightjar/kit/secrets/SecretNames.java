// SPDX-License-Identifier: Apache-2.0
package io.nightjar.kit.secrets;

import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Credentials;
import io.nightjar.contracts.camera.DeviceSpec;
import io.nightjar.contracts.camera.Vendor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of credentials in the environment and in mounted secrets. Declared here and nowhere else; how far a name
 * reaches differs by vendor: Eufy has a user per camera, UniFi one per console, Reolink one for all cameras, Amcrest one
 * per camera or else one for all.
 */
public final class SecretNames {

    /** A second user for a camera's snapshot API, where the first one's password is too much for it. */
    public static final String API_USER = Credentials.API_USER;

    public static final String API_PASSWORD = Credentials.API_PASSWORD;

    private static final Map<String, String> SUFFIXES = Map.of(
            Credentials.ALIAS,
            "_ALIAS",
            Credentials.ALIAS_SUB,
            "_ALIAS_SUB",
            Credentials.API_KEY,
            "_API_KEY",
            API_USER,
            "_API_USER",
            API_PASSWORD,
            "_API_PASSWORD");

    private SecretNames() {}

    /** Names that mean this camera alone, most particular first. */
    static List<SecretScope> own(CameraSpec camera) {
        var scopes = new ArrayList<SecretScope>();
        scopes.add(usual("NIGHTJAR_CAMERA_" + variable(camera.id().value())));
        addReference(scopes, camera.credentialRef());
        switch (camera.vendor()) {
            case EUFY -> serials(camera).forEach(serial -> scopes.add(plain("EUFY_CAMERA_" + serial)));
            case AMCREST -> scopes.add(plain(variable(camera.id().value())));
            case UNIFI -> serials(camera).forEach(id -> scopes.add(aliases("CAMERA_" + id + "_TOKEN_ALIAS")));
            case REOLINK, GENERIC, ONVIF -> {}
        }
        return scopes;
    }

    /** All names in {@link #own(CameraSpec)}. */
    static Set<String> variables(CameraSpec camera) {
        return own(camera).stream().flatMap(scope -> scope.variables().stream()).collect(Collectors.toSet());
    }

    static List<SecretScope> own(DeviceSpec device) {
        var scopes = new ArrayList<SecretScope>();
        scopes.add(usual("NIGHTJAR_DEVICE_" + variable(device.id().value())));
        addReference(scopes, device.credentialRef());
        if (device.vendor() == Vendor.AMCREST) {
            scopes.add(plain(variable(device.id().value())));
        }
        if (device.vendor() == Vendor.EUFY) {
            // The account in Eufy's cloud that the bridge signs in with: no camera's user.
            scopes.add(plain("EUFY_BRIDGE"));
        }
        return scopes;
    }

    /** Names that mean every camera and console of a vendor. */
    static List<SecretScope> shared(Vendor vendor) {
        return switch (vendor) {
            case REOLINK ->
                List.of(SecretScope.of(
                        "REOLINK_USERNAME",
                        "REOLINK_PASSWORD",
                        Map.of(API_USER, "REOLINK_API_USER", API_PASSWORD, "REOLINK_API_PASSWORD")));
            case AMCREST -> List.of(plain("AMCREST"));
            case UNIFI ->
                List.of(SecretScope.of(
                        "PROTECT_USERNAME", "PROTECT_SERVER_PASSWORD", Map.of(Credentials.API_KEY, "PROTECT_API_KEY")));
            case EUFY, GENERIC, ONVIF -> List.of();
        };
    }

    private static void addReference(List<SecretScope> scopes, @Nullable String reference) {
        if (reference != null) {
            scopes.add(usual(variable(reference)));
        }
    }

    private static SecretScope usual(String prefix) {
        var named = new HashMap<String, String>();
        SUFFIXES.forEach((secret, suffix) -> named.put(secret, prefix + suffix));
        return SecretScope.of(prefix + "_USERNAME", prefix + "_PASSWORD", named);
    }

    private static SecretScope plain(String prefix) {
        return SecretScope.of(prefix + "_USERNAME", prefix + "_PASSWORD");
    }

    private static SecretScope aliases(String name) {
        return SecretScope.onlyNamed(Map.of(Credentials.ALIAS, name, Credentials.ALIAS_SUB, name + "_SUB"));
    }

    /** What a vendor calls the camera: its id here, as written and as variables are, or its id at the console. */
    private static Set<String> serials(CameraSpec camera) {
        var serials = new LinkedHashSet<String>();
        serials.add(camera.id().value());
        serials.add(variable(camera.id().value()));
        if (camera.channel() != null) {
            serials.add(camera.channel());
        }
        return serials;
    }

    private static String variable(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}

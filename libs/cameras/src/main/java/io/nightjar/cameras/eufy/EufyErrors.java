// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.eufy;

import com.fasterxml.jackson.databind.JsonNode;
import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;

/** Sorts what a bridge says went wrong. It says codes only, never a text. */
final class EufyErrors {

    private EufyErrors() {}

    /** An order or a question that the bridge refused. */
    static CameraFailure refused(String code) {
        return switch (code) {
            case "device_not_found" ->
                new CameraFailure(
                        ErrorKind.NOT_FOUND,
                        "The Eufy bridge knows no camera with this serial number; its account may not share it.");
            case "station_not_found", "device_wrong_station" ->
                new CameraFailure(ErrorKind.NOT_FOUND, "The Eufy bridge does not know the camera's station.");
            case "station_not_connected", "station_connection_timeout" ->
                new CameraFailure(ErrorKind.TIMEOUT, "The camera's Eufy station cannot be reached by the bridge.");
            case "device_not_supported" -> new CameraFailure(ErrorKind.UNSUPPORTED, "This Eufy camera cannot do this.");
            case "unknown_command" ->
                new CameraFailure(ErrorKind.UNSUPPORTED, "The Eufy bridge is too old for this; update it.");
            case "schema_incompatible" ->
                new CameraFailure(ErrorKind.PROTOCOL, "The Eufy bridge speaks no version that is understood.");
            default -> new CameraFailure(ErrorKind.PROTOCOL, "The Eufy bridge refused this: " + word(code) + ".");
        };
    }

    /** How the camera itself answered an order, later than the bridge. */
    static CameraFailure failed(JsonNode result) {
        var name = word(result.path("returnCodeName").asText());
        return name.matches(".*(TIME_?OUT|OFFLINE|NOT_ONLINE|DEV_CLOSE).*")
                ? new CameraFailure(
                        ErrorKind.TIMEOUT, "The Eufy camera could not be reached by its bridge: " + name + ".")
                : new CameraFailure(
                        ErrorKind.PROTOCOL,
                        "The Eufy camera did not carry this out: " + name + " ("
                                + result.path("returnCode").asInt() + ").");
    }

    /** Why the bridge could not sign in to its cloud. */
    static String signIn(JsonNode error) {
        var code = error.path("context").path("code");
        return "The Eufy bridge could not sign in to its cloud"
                + (code.isInt() ? ", which answered with code " + code.asInt() : "")
                + "; check the account in the bridge's own settings.";
    }

    /** Nothing but a word: it is shown to people and logged. */
    private static String word(String code) {
        return code.matches("[A-Za-z0-9_]{1,80}") ? code : "no reason given";
    }
}

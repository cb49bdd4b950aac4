// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;

/** Sorts what a device said instead of an answer into kinds with a sentence each. */
final class SoapFailures {

    private SoapFailures() {}

    static CameraFailure of(SoapFault fault, Operation operation, OnvifTarget target) {
        return new CameraFailure(kind(fault), sentence(fault, operation, target), fault);
    }

    private static ErrorKind kind(SoapFault fault) {
        if (fault.notAuthorized()) {
            return ErrorKind.AUTH;
        }
        if (fault.has("NoProfile") || fault.has("NoToken") || fault.has("NoConfig") || fault.has("NoEntity")) {
            return ErrorKind.NOT_FOUND;
        }
        return ErrorKind.PROTOCOL;
    }

    private static String sentence(SoapFault fault, Operation operation, OnvifTarget target) {
        if (fault.notAuthorized()) {
            return signIn(target);
        }
        if (fault.unsupported()) {
            return "The camera does not offer " + operation.name() + " over ONVIF.";
        }
        if (fault.has("NoProfile")) {
            return "The camera does not know the ONVIF profile it was asked for; its settings may have changed.";
        }
        if (fault.has("NoToken")) {
            return "The camera does not know what it was asked for by this token in " + operation.name() + ".";
        }
        if (fault.has("TooManyPresets")) {
            return "The camera has no room for another preset; remove one first.";
        }
        if (fault.has("PresetExist")) {
            return "The camera already has a preset of this name.";
        }
        if (fault.has("InvalidPosition") || fault.has("InvalidTranslation") || fault.has("InvalidVelocity")) {
            return "The camera cannot move there; the position is beyond its limits.";
        }
        if (fault.has("ResourceUnknownFault")) {
            return "The camera has forgotten the subscription to its events.";
        }
        var reason = fault.reason().isEmpty() ? "" : ": " + fault.reason();
        return "The camera refused " + operation.name() + " over ONVIF" + reason + ".";
    }

    /** The device wants a password, or another one. */
    static CameraFailure unauthorized(OnvifTarget target) {
        return new CameraFailure(ErrorKind.AUTH, signIn(target));
    }

    private static String signIn(OnvifTarget target) {
        return target.credentials().isEmpty()
                ? "The camera wants a user and a password for ONVIF, and none are configured."
                : "The camera does not accept this user and password for ONVIF; some cameras keep ONVIF users of their own.";
    }

    static CameraFailure missing(Operation operation, OnvifTarget target) {
        return new CameraFailure(
                ErrorKind.NOT_FOUND,
                "There is no ONVIF service for " + operation.name() + " at " + target.where()
                        + "; check the port, and that ONVIF is switched on in the camera.");
    }

    static CameraFailure unreadable(Operation operation, OnvifTarget target, Exception cause) {
        return new CameraFailure(
                ErrorKind.PROTOCOL,
                "The answer to " + operation.name() + " from " + target.where() + " is not ONVIF.",
                cause);
    }
}

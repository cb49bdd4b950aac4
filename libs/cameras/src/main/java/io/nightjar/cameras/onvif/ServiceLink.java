// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to one service: where the device says it is, and where it usually is should that be wrong. The address that
 * answered first is kept.
 */
final class ServiceLink {

    private final Service service;
    private final OnvifTarget target;
    private final OnvifDevice device;
    private final OnvifCalls calls;
    private volatile @Nullable URI proven;

    ServiceLink(Service service, OnvifTarget target, OnvifDevice device, OnvifCalls calls) {
        this.service = service;
        this.target = target;
        this.device = device;
        this.calls = calls;
    }

    boolean advertised() {
        return device.services().of(service).isPresent();
    }

    XmlElement call(Operation operation) {
        return call(operation, "", Duration.ZERO);
    }

    /** Calls do not wait for each other: a stop must overtake whatever is still under way. */
    XmlElement call(Operation operation, String header, Duration longer) {
        var known = proven;
        return known == null
                ? callWhereItAnswers(operation, header, longer)
                : calls.call(known, operation, header, longer);
    }

    private XmlElement callWhereItAnswers(Operation operation, String header, Duration longer) {
        CameraFailure first = null;
        for (var address : addresses()) {
            try {
                var answer = calls.call(address, operation, header, longer);
                proven = address;
                return answer;
            } catch (CameraFailure failure) {
                if (proves(failure)) {
                    proven = address;
                    throw failure;
                }
                if (!elsewhere(failure)) {
                    throw failure;
                }
                first = first == null ? failure : first;
            }
        }
        throw first == null ? new CameraFailure(ErrorKind.NOT_FOUND, "The camera has no such service.") : first;
    }

    private List<URI> addresses() {
        var addresses = new ArrayList<URI>();
        device.services().of(service).flatMap(device.repair()::service).ifPresent(addresses::add);
        var usual = target.at(service.usualPath());
        if (!addresses.contains(usual)) {
            addresses.add(usual);
        }
        return addresses;
    }

    /** The service itself refused: it is the right one. */
    private static boolean proves(CameraFailure failure) {
        return SoapFault.of(failure)
                .filter(fault -> !fault.notAuthorized() && !fault.unsupported())
                .isPresent();
    }

    /** Nothing there, or something else: some devices give addresses that are swapped or lead nowhere. */
    private static boolean elsewhere(CameraFailure failure) {
        return switch (failure.kind()) {
            case REFUSED, NO_ROUTE, TIMEOUT, DNS, TLS, NOT_FOUND, PROTOCOL, RESET -> true;
            default -> false;
        };
    }
}

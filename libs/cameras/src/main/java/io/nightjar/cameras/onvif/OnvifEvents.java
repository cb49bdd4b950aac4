// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.util.Optional;

/**
 * The event service. Events are pulled: devices that claim not to know this often do, so it is always tried. Devices bear
 * few subscriptions and list none, so a subscription is short and given back when it is closed.
 */
public final class OnvifEvents {

    private final ServiceLink link;
    private final OnvifDevice device;
    private final OnvifCalls calls;
    private final OnvifClock clock;

    OnvifEvents(ServiceLink link, OnvifDevice device, OnvifCalls calls, OnvifClock clock) {
        this.link = link;
        this.device = device;
        this.calls = calls;
        this.clock = clock;
    }

    /** @param lifetime how long the device keeps events should we vanish */
    public PullPoint subscribe(Duration lifetime) {
        var response = create(lifetime);
        var reference = response.child(Namespaces.EVENTS, "SubscriptionReference");
        var address = reference
                .flatMap(Subscription::address)
                .flatMap(device.repair()::service)
                .orElseThrow(() -> new CameraFailure(
                        ErrorKind.PROTOCOL, "The camera gives no address at which its events can be fetched."));
        var references = reference.map(Subscription::references).orElse("");
        var span = Subscription.lifetime(response, Namespaces.NOTIFICATION, clock.now());
        return new PullPoint(new Subscription(address, references, span), lifetime, calls, clock);
    }

    /** Devices differ in how they want to be told how long: as a span, as a time of their clock, or not at all. */
    private XmlElement create(Duration lifetime) {
        try {
            return link.call(subscription(Optional.of(Durations.write(lifetime))));
        } catch (CameraFailure span) {
            if (!refused(span)) {
                throw span;
            }
            try {
                return link.call(
                        subscription(Optional.of(clock.now().plus(lifetime).toString())));
            } catch (CameraFailure time) {
                if (!refused(time)) {
                    throw time;
                }
                return link.call(subscription(Optional.empty()));
            }
        }
    }

    private static boolean refused(CameraFailure failure) {
        return failure.kind() == ErrorKind.PROTOCOL && SoapFault.of(failure).isPresent();
    }

    private static Operation subscription(Optional<String> lifetime) {
        var name = "CreatePullPointSubscription";
        var body = XmlBuilder.root(Namespaces.EVENTS, name).leaf("InitialTerminationTime", lifetime);
        return Operation.of(Namespaces.EVENTS, name, body).once();
    }
}

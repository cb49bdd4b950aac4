// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import io.nightjar.cameras.CameraFailure;
import io.nightjar.contracts.stream.ErrorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * A subscription to a device's events. Used by one thread; renews itself when a pull comes late in its life.
 *
 * <p>After a failure of the connection, or when the device has forgotten it, close it and subscribe anew after a while.
 */
public final class PullPoint implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(PullPoint.class);
    private static final String MANAGER = "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/";
    private static final String POINT = Namespaces.EVENTS + "/PullPointSubscription/";
    private static final int MESSAGES = 100;
    /** Devices take their time to answer even when the time is over. */
    private static final Duration MARGIN = Duration.ofSeconds(15);

    private static final double RENEW_AFTER = 0.8;

    private final Duration wanted;
    private final OnvifCalls calls;
    private final OnvifClock clock;
    private Subscription subscription;
    private Instant renewal;

    PullPoint(Subscription subscription, Duration wanted, OnvifCalls calls, OnvifClock clock) {
        this.subscription = subscription;
        this.wanted = wanted;
        this.calls = calls;
        this.clock = clock;
        this.renewal = renewal();
    }

    /** Waits for events at most so long; empty when there were none. */
    public List<OnvifEvent> pull(Duration longest) {
        if (!clock.now().isBefore(renewal)) {
            renew();
        }
        var body = XmlBuilder.root(Namespaces.EVENTS, "PullMessages")
                .leaf("Timeout", Durations.write(longest))
                .leaf("MessageLimit", Integer.toString(MESSAGES));
        // Messages that were handed out are gone: asked twice, some would be lost unnoticed.
        var operation = Operation.of(Namespaces.EVENTS, "PullMessages", body).once();
        return calls.call(
                        subscription.address(), operation, header(POINT + "PullMessagesRequest"), longest.plus(MARGIN))
                .all(Namespaces.NOTIFICATION, "NotificationMessage")
                .map(EventReader::event)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Asks for the present state of everything, which then comes as events; not every device can. */
    public boolean synchronize() {
        var operation = Operation.of(Namespaces.EVENTS, "SetSynchronizationPoint");
        try {
            calls.call(
                    subscription.address(), operation, header(POINT + "SetSynchronizationPointRequest"), Duration.ZERO);
            return true;
        } catch (CameraFailure failure) {
            if (SoapFault.of(failure).isPresent() || failure.kind() == ErrorKind.PROTOCOL) {
                return false;
            }
            throw failure;
        }
    }

    public void renew() {
        var body = XmlBuilder.root(Namespaces.NOTIFICATION, "Renew").leaf("TerminationTime", Durations.write(wanted));
        var response = calls.call(
                subscription.address(),
                Operation.of(Namespaces.NOTIFICATION, "Renew", body),
                header(MANAGER + "RenewRequest"),
                Duration.ZERO);
        subscription = subscription.lasting(Subscription.lifetime(response, Namespaces.NOTIFICATION, clock.now()));
        renewal = renewal();
    }

    /** Gives the subscription back. A device that cannot be reached forgets it by itself in time. */
    @Override
    public void close() {
        try {
            calls.call(
                    subscription.address(),
                    Operation.of(Namespaces.NOTIFICATION, "Unsubscribe"),
                    header(MANAGER + "UnsubscribeRequest"),
                    Duration.ZERO);
        } catch (CameraFailure failure) {
            LOG.debugf("a subscription could not be given back kind=%s", failure.kind());
        }
    }

    private Instant renewal() {
        return clock.now().plusMillis((long) (subscription.lifetime().toMillis() * RENEW_AFTER));
    }

    /** Only requests about events carry addressing: elsewhere some devices refuse it. */
    private String header(String action) {
        return addressing("Action", action)
                + addressing("MessageID", "urn:uuid:" + UUID.randomUUID())
                + addressing("To", subscription.address().toString())
                + subscription.references();
    }

    private static String addressing(String name, String value) {
        return XmlBuilder.root(Namespaces.ADDRESSING, name).text(value).build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/** The event service and its subscriptions. */
final class EventAnswers implements Answers {

    private static final int MOST = 4;
    private static final Duration USUAL = Duration.ofMinutes(1);
    private static final String VENDOR = "http://vendor.example/event";

    private final Addresses addresses;
    private final Switches<OnvifSwitch> switches;
    private final Vertx vertx;
    private final Clock clock;
    private final Map<Integer, EventQueue> queues = new HashMap<>();
    private int made;
    private boolean motion;

    EventAnswers(Addresses addresses, Switches<OnvifSwitch> switches, Vertx vertx, Clock clock) {
        this.addresses = addresses;
        this.switches = switches;
        this.vertx = vertx;
        this.clock = clock;
    }

    @Override
    public String namespace() {
        return Names.EVENTS;
    }

    /** What motion detection reports from now on. */
    void motion(boolean value) {
        motion = value;
        expire();
        queues.values().forEach(queue -> queue.add(message("Changed")));
    }

    int subscriptions() {
        expire();
        return queues.size();
    }

    @Override
    public Future<String> answer(SoapRequest request) {
        expire();
        if (request.name().equals("CreatePullPointSubscription")) {
            return Future.succeededFuture(create(request));
        }
        if (request.path().contains("Idx=")) {
            return ofSubscription(request);
        }
        throw Fault.notSupported();
    }

    private String create(SoapRequest request) {
        var parts = request.parts();
        parts.optional("Filter");
        var end = parts.optionalText("InitialTerminationTime")
                .map(this::end)
                .orElse(clock.instant().plus(USUAL));
        if (queues.size() >= MOST) {
            throw Fault.receiver("Too many subscriptions", "wsnt:UnableToCreatePullPointFault");
        }
        made++;
        queues.put(made, new EventQueue(vertx, end));
        var address =
                "<wsa:Address>" + Names.escaped(addresses.subscription(vendorHeader() ? 0 : made)) + "</wsa:Address>";
        var references = vendorHeader()
                ? "<wsa:ReferenceParameters><v:SubscriptionId xmlns:v=\"" + VENDOR + "\">" + made
                        + "</v:SubscriptionId></wsa:ReferenceParameters>"
                : "";
        return "<tev:CreatePullPointSubscriptionResponse><tev:SubscriptionReference>" + address + references
                + "</tev:SubscriptionReference>" + times("wsnt", end) + "</tev:CreatePullPointSubscriptionResponse>";
    }

    private boolean vendorHeader() {
        return switches.isOn(OnvifSwitch.SUBSCRIPTION_HEADER);
    }

    private Instant end(String text) {
        boolean span = text.startsWith("P");
        if (span && switches.isOn(OnvifSwitch.TIMES_ONLY)) {
            throw Fault.sender("The time is not understood", "ter:InvalidArgVal");
        }
        try {
            return span ? clock.instant().plus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeParseException none) {
            throw Fault.malformed("the end is no time");
        }
    }

    private Future<String> ofSubscription(SoapRequest request) {
        int number = number(request);
        var queue = queues.get(number);
        if (queue == null) {
            throw Fault.sender("The subscription is not known", "wsrf-r:ResourceUnknownFault");
        }
        return switch (request.name()) {
            case "PullMessages" -> pull(request, queue);
            case "SetSynchronizationPoint" -> {
                queue.add(message("Initialized"));
                yield Future.succeededFuture("<tev:SetSynchronizationPointResponse/>");
            }
            case "Renew" -> {
                queue.renew(end(request.parts().text("TerminationTime")));
                yield Future.succeededFuture(
                        "<wsnt:RenewResponse>" + times("wsnt", queue.end()) + "</wsnt:RenewResponse>");
            }
            case "Unsubscribe" -> {
                queues.remove(number);
                yield Future.succeededFuture("<wsnt:UnsubscribeResponse/>");
            }
            default -> throw Fault.notSupported();
        };
    }

    private int number(SoapRequest request) {
        var text = vendorHeader()
                ? request.header(VENDOR, "SubscriptionId")
                        .map(header -> header.getTextContent().strip())
                        .orElse("0")
                : request.path().replaceFirst(".*Idx=", "");
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private Future<String> pull(SoapRequest request, EventQueue queue) {
        if (request.header(Names.ADDRESSING, "To").isEmpty()) {
            throw Fault.malformed("the request lacks wsa:To");
        }
        var parts = request.parts();
        var timeout = Duration.parse(parts.text("Timeout"));
        parts.text("MessageLimit");
        parts.end();
        return queue.take(timeout)
                .map(messages -> "<tev:PullMessagesResponse>" + times("tev", queue.end()) + String.join("", messages)
                        + "</tev:PullMessagesResponse>");
    }

    private String times(String prefix, Instant end) {
        var told = switches.isOn(OnvifSwitch.EXPIRED_SUBSCRIPTIONS)
                ? clock.instant().minus(USUAL)
                : end;
        return "<%1$s:CurrentTime>%2$s</%1$s:CurrentTime><%1$s:TerminationTime>%3$s</%1$s:TerminationTime>"
                .formatted(prefix, clock.instant(), told);
    }

    private String message(String operation) {
        return "<wsnt:NotificationMessage><wsnt:Topic Dialect=\"http://www.onvif.org/ver10/tev/topicExpression/"
                + "ConcreteSet\">tns1:RuleEngine/CellMotionDetector/Motion</wsnt:Topic><wsnt:Message>"
                + "<tt:Message UtcTime=\"" + clock.instant() + "\" PropertyOperation=\"" + operation + "\"><tt:Source>"
                + "<tt:SimpleItem Name=\"VideoSourceConfigurationToken\" Value=\"000\"/></tt:Source><tt:Data>"
                + "<tt:SimpleItem Name=\"IsMotion\" Value=\"" + motion + "\"/></tt:Data></tt:Message></wsnt:Message>"
                + "</wsnt:NotificationMessage>";
    }

    private void expire() {
        queues.values().removeIf(queue -> queue.end().isBefore(clock.instant()));
    }
}

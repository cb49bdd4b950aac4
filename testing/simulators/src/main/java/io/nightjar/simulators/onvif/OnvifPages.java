// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.http.HttpGate;
import io.nightjar.simulators.http.Pages;
import io.nightjar.simulators.http.Replies;
import io.nightjar.simulators.rtsp.Lock;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Leads requests to their services, once they have proven who sends them. Lives on the event loop. */
final class OnvifPages implements Pages {

    private static final Logger LOG = Logger.getLogger(OnvifPages.class);
    private static final Set<String> OPEN = Set.of(
            "GetWsdlUrl",
            "GetServices",
            "GetServiceCapabilities",
            "GetCapabilities",
            "GetHostname",
            "GetSystemDateAndTime",
            "GetEndpointReference");
    private static final String PAGE =
            "<html><head><title>Document Error: Unauthorized</title></head><body><h2>Access Error</h2></body></html>";

    /** Which service answers at which path. */
    interface Routes {
        List<Answers> at(String path);
    }

    private final Routes routes;
    private final Pages pictures;
    private final DeviceSetup setup;
    private final Head head;
    private final Switches<OnvifSwitch> switches;
    private final BooleanSupplier digest;
    private final HttpGate gate;
    private final TokenGuard tokens;
    private final List<String> operations = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    /** @param digest whether HTTP digest is wanted now, instead of a username token */
    OnvifPages(
            Routes routes,
            Pages pictures,
            DeviceSetup setup,
            Switches<OnvifSwitch> switches,
            BooleanSupplier digest,
            Head head,
            Clock deviceClock) {
        this.routes = routes;
        this.pictures = pictures;
        this.setup = setup;
        this.head = head;
        this.switches = switches;
        this.digest = digest;
        this.gate = new HttpGate("Login to NJ-0001", setup.credentials(), Lock.NONE);
        this.tokens = new TokenGuard(setup.credentials(), deviceClock);
    }

    /** What was asked since the start, in order. */
    List<String> operations() {
        return List.copyOf(operations);
    }

    int refusals() {
        return refusals.get();
    }

    @Override
    public void answer(HttpServerRequest request, Buffer body) {
        if (request.method().equals(HttpMethod.GET)) {
            picture(request, body);
            return;
        }
        var services = routes.at(request.uri());
        if (services.isEmpty()) {
            Replies.text(request, 404, "text/html", "<html><body>404 Not Found</body></html>");
            return;
        }
        if (digest.getAsBoolean() && body.length() == 0) {
            // Some clients ask for the challenge before they show what they want.
            gate.challenge(request, HttpGate.Style.DIGEST, "text/html", PAGE);
            return;
        }
        try {
            soap(request, SoapRequest.read(request.uri(), body.getBytes()), services);
        } catch (Fault fault) {
            refuse(request, fault);
        }
    }

    private void picture(HttpServerRequest request, Buffer body) {
        if (setup.behaviour().rejecting() || !gate.admits(request, HttpGate.Style.DIGEST)) {
            gate.challenge(request, HttpGate.Style.DIGEST, "text/html", PAGE);
        } else {
            pictures.answer(request, body);
        }
    }

    private void soap(HttpServerRequest request, SoapRequest soap, List<Answers> services) {
        operations.add(soap.name());
        if (digest.getAsBoolean() && !open(soap)) {
            if (setup.behaviour().rejecting() || !gate.admits(request, HttpGate.Style.DIGEST)) {
                refusals.incrementAndGet();
                gate.challenge(request, HttpGate.Style.DIGEST, "text/html", PAGE);
                return;
            }
        } else if (!open(soap) && (setup.behaviour().rejecting() || !tokens.admits(soap))) {
            refusals.incrementAndGet();
            throw Fault.notAuthorized();
        }
        var service = services.stream()
                .filter(one -> soap.namespace().equals(one.namespace())
                        || soap.namespace().equals(Names.NOTIFICATION))
                .findFirst()
                .orElseThrow(Fault::notSupported);
        // The order is carried out before the answer is due.
        var result = asked(service, soap);
        head.promptness().due(HeadOrders.of(soap), setup.vertx()).onSuccess(due -> result.onSuccess(
                        answer -> reply(request, 200, answer))
                .onFailure(failure -> refuse(
                        request,
                        failure instanceof Fault fault ? fault : Fault.receiver("Internal error", "ter:Action"))));
    }

    private static Future<String> asked(Answers service, SoapRequest soap) {
        try {
            return service.answer(soap);
        } catch (Fault fault) {
            return Future.failedFuture(fault);
        } catch (RuntimeException broken) {
            LOG.warnf(broken, "a request broke the simulator operation=%s", soap.name());
            return Future.failedFuture(broken);
        }
    }

    private boolean open(SoapRequest soap) {
        boolean closedDate =
                switches.isOn(OnvifSwitch.DATE_NEEDS_SIGN_IN) && soap.name().equals("GetSystemDateAndTime");
        return OPEN.contains(soap.name()) && !closedDate;
    }

    private void refuse(HttpServerRequest request, Fault fault) {
        boolean html = switches.isOn(OnvifSwitch.HTML_REFUSALS)
                && String.valueOf(fault.getMessage()).contains("Authorized");
        if (html) {
            Replies.text(request, 401, "text/html", PAGE);
        } else {
            reply(request, fault.status(), fault.body());
        }
    }

    private static void reply(HttpServerRequest request, int status, String body) {
        Replies.text(request, status, "application/soap+xml; charset=utf-8", Names.envelope(body));
    }
}

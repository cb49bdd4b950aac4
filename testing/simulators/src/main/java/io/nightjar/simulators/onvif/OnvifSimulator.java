// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import static java.util.Objects.requireNonNull;

import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.Waiting;
import io.nightjar.simulators.device.DeviceBuilder;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.http.HttpDoor;
import io.nightjar.simulators.http.Replies;
import io.nightjar.simulators.rtsp.CameraServer;
import io.nightjar.simulators.rtsp.Feed;
import io.nightjar.simulators.rtsp.Lock;
import io.nightjar.simulators.rtsp.RtspSetup;
import io.nightjar.simulators.rtsp.SceneFeed;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A device on loopback that speaks ONVIF, with a head that really turns, of its own or that of another camera. It serves its
 * streams itself, or hands out those of another camera.
 */
public final class OnvifSimulator extends SimulatedDevice<OnvifSwitch> {

    private final Map<Role, SceneFeed> feeds = new EnumMap<>(Role.class);
    private final Function<Role, String> streams;
    private final Map<String, Integer> ports;
    private final Head head;
    private final EventAnswers events;
    private final OnvifPages pages;
    private final HttpDoor http;
    private final Context context;
    private final DiscoveryResponder discovery;

    private OnvifSimulator(DeviceSetup setup, Builder builder) {
        super(setup, new Switches<>(OnvifSwitch.class));
        for (var role : Role.values()) {
            feeds.put(role, share(setup.feed(role)));
        }
        this.context = setup.vertx().getOrCreateContext();
        this.head = requireNonNull(setup.head());
        var deviceClock = Clock.offset(setup.clock(), builder.ahead);
        var rtsp = builder.streams == null ? Optional.of(guard(server())) : Optional.<CameraServer>empty();
        this.streams = rtsp.<Function<Role, String>>map(server -> role -> own(server, role))
                .orElseGet(() -> requireNonNull(builder.streams));
        var addresses = new Addresses(switches(), this::port);
        var profiles = new Profiles(builder.profiles(setup), addresses, streams);
        this.events = new EventAnswers(addresses, switches(), setup.vertx(), deviceClock);
        var services = new ServiceTable(
                new DeviceAnswers(setup.name(), addresses, switches(), deviceClock),
                new MediaAnswers(profiles, addresses, switches()),
                new Media2Answers(profiles, addresses, switches()),
                new PtzAnswers(profiles, head, switches(), deviceClock),
                new ImagingAnswers(profiles, head, switches()),
                events,
                addresses);
        this.pages = new OnvifPages(
                services,
                (request, body) -> picture(request),
                setup,
                switches(),
                () -> builder.digestOnly || isOn(OnvifSwitch.HTTP_DIGEST),
                head,
                deviceClock);
        this.http = guard(HttpDoor.open(setup.name(), pages, behaviour(), setup.vertx(), null));
        this.discovery = new DiscoveryResponder(setup.name(), addresses);
        this.ports = rtsp.map(
                        server -> Map.of(Ports.ONVIF, http.port(), Ports.HTTP, http.port(), Ports.RTSP, server.port()))
                .orElse(Map.of(Ports.ONVIF, http.port(), Ports.HTTP, http.port()));
    }

    private CameraServer server() {
        var setup = RtspSetup.of(setup().name(), stream -> feed(stream.path()))
                .withSignIn("Login to NJ-0001", setup().credentials(), Lock.NONE);
        return CameraServer.start(setup, behaviour(), setup().vertx());
    }

    private Optional<Feed> feed(String path) {
        return switch (path) {
            case "live/main" -> Optional.of(requireNonNull(feeds.get(Role.MAIN)));
            case "live/sub" -> Optional.of(requireNonNull(feeds.get(Role.SUB)));
            default -> Optional.empty();
        };
    }

    private static String own(CameraServer server, Role role) {
        return "rtsp://" + Door.HOST + ":" + server.port() + "/live/" + role.wire();
    }

    private void picture(HttpServerRequest request) {
        var role = request.getParam("stream", "").equals("sub") ? Role.SUB : Role.MAIN;
        Future.fromCompletionStage(requireNonNull(feeds.get(role)).still(0), context)
                .onSuccess(jpeg -> Replies.jpeg(request, jpeg))
                .onFailure(failure -> Replies.text(request, 500, "text/plain", "The encoder failed\n"));
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Of its web services. */
    public int port() {
        return http.port();
    }

    @Override
    public Map<String, Integer> ports() {
        return ports;
    }

    @Override
    public String url(Role role) {
        return streams.apply(role);
    }

    @Override
    public Head head() {
        return head;
    }

    /** What motion detection reports from now on. */
    public void seeMotion(boolean motion) {
        Waiting.on(context, () -> {
            events.motion(motion);
            return Future.succeededFuture();
        });
    }

    /** Subscriptions that are alive. */
    public int subscriptions() {
        return Waiting.on(context, () -> Future.succeededFuture(events.subscriptions()));
    }

    /** Operations since the start, in order. */
    public List<String> operations() {
        return pages.operations();
    }

    /** Requests that were refused for want of a proof. */
    public int refusals() {
        return pages.refusals();
    }

    /** Answers to probes from now on; see {@link DiscoveryResponder}. */
    public DiscoveryResponder discovery() {
        return discovery;
    }

    @Override
    public void close() {
        discovery.close();
        super.close();
    }

    /** What such a device is. */
    public static final class Builder extends DeviceBuilder<Builder, OnvifSimulator> {

        private final List<OnvifProfile> profiles = new ArrayList<>();
        private Duration ahead = Duration.ZERO;
        private boolean digestOnly;
        private @Nullable Function<Role, String> streams;

        private Builder(String name) {
            super(name);
        }

        /** Instead of the usual two. */
        public Builder profile(OnvifProfile value) {
            profiles.add(value);
            return this;
        }

        /** How far its clock is ahead of ours. */
        public Builder clockAhead(Duration value) {
            ahead = value;
            return this;
        }

        /** Wants HTTP digest, whatever its switches; a username token is good for nothing. */
        public Builder digestOnly() {
            digestOnly = true;
            return this;
        }

        /** Hands out the streams of another camera instead of its own. */
        public Builder streamsOf(Function<Role, String> value) {
            streams = value;
            return this;
        }

        private List<OnvifProfile> profiles(DeviceSetup setup) {
            return profiles.isEmpty()
                    ? List.of(
                            OnvifProfile.of("Prof/0 süd", "mainStream", setup.main(), Role.MAIN),
                            OnvifProfile.of("Prof/1 süd", "subStream", setup.sub(), Role.SUB))
                    : profiles;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected OnvifSimulator build(DeviceSetup setup) {
            return new OnvifSimulator(
                    setup.head() == null ? setup.looking(setup.name(), setup.scene(), new Head(setup.clock())) : setup,
                    this);
        }
    }
}

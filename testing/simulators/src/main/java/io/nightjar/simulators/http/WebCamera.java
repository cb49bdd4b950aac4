// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.http;

import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.Door;
import io.nightjar.simulators.device.DeviceBuilder;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.SimulatedDevice;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.rtsp.Lock;
import io.nightjar.simulators.rtsp.SceneFeed;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** A camera of no vendor that speaks HTTP only: MJPEG, snapshots, FLV and HLS, of both streams. */
public final class WebCamera extends SimulatedDevice<WebSwitch> {

    private final HttpDoor http;
    private final WebPages pages;

    private WebCamera(DeviceSetup setup) {
        super(setup, new Switches<>(WebSwitch.class));
        var feeds = new EnumMap<Role, SceneFeed>(Role.class);
        for (var role : Role.values()) {
            feeds.put(role, share(setup.feed(role)));
        }
        var gate = new HttpGate(setup.name(), setup.credentials(), Lock.NONE);
        this.pages = new WebPages(feeds, gate, switches(), setup);
        this.http = guard(HttpDoor.open(setup.name(), pages, behaviour(), setup.vertx(), null));
    }

    public static Builder builder(String name) {
        return new Builder(name);
    }

    public String mjpegUrl(Role role) {
        return address(role, "video.mjpg");
    }

    public String snapshotUrl(Role role) {
        return address(role, "snapshot.jpg");
    }

    public String flvUrl(Role role) {
        return address(role, "live.flv");
    }

    public String hlsUrl(Role role) {
        return address(role, "hls/index.m3u8");
    }

    /** Answers with a redirect to another address of this camera. */
    public String movedUrl(String url) {
        return url.replace(root() + "/", root() + "/moved/");
    }

    /** Answers with a redirect to itself, for ever. */
    public String loopUrl() {
        return root() + "/loop";
    }

    /** Answers with a redirect to an address of somebody's choice, such as one that is forbidden. */
    public String awayUrl(String target) {
        pages.away(target);
        return root() + "/away";
    }

    private String address(Role role, String file) {
        return root() + "/" + role.name().toLowerCase(Locale.ROOT) + "/" + file;
    }

    private String root() {
        return "http://" + Door.HOST + ":" + http.port();
    }

    /** Its MJPEG stream. */
    @Override
    public String url(Role role) {
        return mjpegUrl(role);
    }

    @Override
    public Map<String, Integer> ports() {
        return Map.of(Ports.HTTP, http.port());
    }

    /** HTTP requests since the start. */
    public int requests() {
        return http.requests();
    }

    /** Snapshots given since the start. */
    public int snapshots() {
        return pages.snapshots();
    }

    /** What such a camera is; with credentials it wants digest. */
    public static final class Builder extends DeviceBuilder<Builder, WebCamera> {

        private Builder(String name) {
            super(name);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WebCamera build(DeviceSetup setup) {
            return new WebCamera(setup);
        }
    }
}

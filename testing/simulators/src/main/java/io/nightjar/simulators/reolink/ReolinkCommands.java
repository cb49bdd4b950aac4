// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.reolink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.Ports;
import io.nightjar.contracts.stream.Role;
import io.nightjar.simulators.device.DeviceSetup;
import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.rtsp.StreamProfile;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The commands a signed-in client may give, each with what it answers; others are not supported. */
final class ReolinkCommands {

    private final DeviceSetup setup;
    private final Switches<ReolinkSwitch> switches;
    private final Supplier<Map<String, Integer>> ports;
    private final Map<String, Function<JsonNode, ObjectNode>> commands;
    private final Optional<ReolinkHead> head;
    private volatile boolean motion;
    private volatile boolean person;

    ReolinkCommands(DeviceSetup setup, Switches<ReolinkSwitch> switches, Supplier<Map<String, Integer>> ports) {
        this.setup = setup;
        this.switches = switches;
        this.ports = ports;
        this.head = Optional.ofNullable(setup.head()).map(moved -> new ReolinkHead(moved, switches));
        this.commands = Map.of(
                "GetDevInfo", parameters -> deviceInfo(),
                "GetAbility", parameters -> ability(),
                "GetEnc", parameters -> encoding(),
                "GetRtspUrl", parameters -> rtspUrl(),
                "GetNetPort", parameters -> netPort(),
                "GetMdState", parameters -> ReolinkJson.object().put("state", motion ? 1 : 0),
                "GetAiState", parameters -> aiState());
    }

    void motion(boolean motion, boolean person) {
        this.motion = motion;
        this.person = person;
    }

    /** Commands for a head are not supported by a camera that has none. */
    ObjectNode answer(String command, JsonNode item) {
        var known = commands.get(command);
        if (known != null) {
            return ReolinkJson.value(command, known.apply(item.path("param")));
        }
        return head.flatMap(moved -> moved.answer(command, item))
                .orElseGet(() -> ReolinkJson.error(command, ReolinkError.NOT_SUPPORTED));
    }

    /** When the answer to a command is due. */
    Future<Void> due(JsonNode item) {
        return head.map(moved -> moved.head().promptness().due(moved.about(item), setup.vertx()))
                .orElseGet(Future::succeededFuture);
    }

    private ObjectNode deviceInfo() {
        var value = ReolinkJson.object();
        value.putObject("DevInfo")
                .put("type", "IPC")
                .put("exactType", "IPC")
                .put("model", head.isPresent() ? "RLC-823A" : "RLC-520A")
                .put("name", setup.name())
                .put("serial", "95270000simulated")
                .put("firmVer", "v3.0.0.2356_23062000")
                .put("hardVer", "IPC_523128M5MP")
                .put("buildDay", "build 23062000")
                .put("channelNum", 1)
                .put("audioNum", 0)
                .put("diskNum", 0)
                .put("wifi", 0);
        return value;
    }

    private ObjectNode ability() {
        var value = ReolinkJson.object();
        var channel = value.putObject("Ability").putArray("abilityChn").addObject();
        channel.putObject("live").put("permit", 4).put("ver", 2);
        channel.putObject("snap").put("permit", 6).put("ver", 1);
        channel.putObject("mainEncType").put("permit", 0).put("ver", 0);
        if (head.isPresent()) {
            head.get().describe(channel);
        } else {
            channel.putObject("ptzType").put("permit", 0).put("ver", 0);
            channel.putObject("ptzCtrl").put("permit", 0).put("ver", 0);
        }
        channel.putObject("supportAiPeople").put("permit", 0).put("ver", 1);
        return value;
    }

    private ObjectNode encoding() {
        var value = ReolinkJson.object();
        var encoding = value.putObject("Enc").put("audio", 0).put("channel", 0);
        describe(encoding.putObject("mainStream"), setup.main());
        describe(encoding.putObject("subStream"), setup.sub());
        return value;
    }

    private static void describe(ObjectNode stream, StreamProfile profile) {
        stream.put("bitRate", profile.bitrate() / 1000)
                .put("frameRate", profile.fps())
                .put("gop", 1)
                .put("width", profile.width())
                .put("height", profile.height())
                .put("profile", "Base")
                .put("size", profile.width() + "*" + profile.height())
                .put("vType", "h264");
    }

    private ObjectNode rtspUrl() {
        var prefix = switches.isOn(ReolinkSwitch.LEGACY_PATHS_ONLY) ? "h264Preview_01_" : "Preview_01_";
        var root = "rtsp://127.0.0.1:" + ports.get().get(Ports.RTSP) + "/" + prefix;
        var value = ReolinkJson.object();
        value.putObject("rtspUrl")
                .put("channel", 0)
                .put("mainStream", root + name(Role.MAIN))
                .put("subStream", root + name(Role.SUB));
        return value;
    }

    static String name(Role role) {
        return role == Role.MAIN ? "main" : "sub";
    }

    private ObjectNode netPort() {
        var known = ports.get();
        var value = ReolinkJson.object();
        value.putObject("NetPort")
                .put("httpEnable", switches.isOn(ReolinkSwitch.HTTP_OFF) ? 0 : 1)
                .put("httpPort", known.get(Ports.HTTP))
                .put("httpsEnable", 1)
                .put("httpsPort", known.get(Ports.HTTPS))
                .put("onvifEnable", 0)
                .put("onvifPort", 8000)
                .put("rtmpEnable", switches.isOn(ReolinkSwitch.RTMP_OFF) ? 0 : 1)
                .put("rtmpPort", known.get(Ports.RTMP))
                .put("rtspEnable", switches.isOn(ReolinkSwitch.RTSP_OFF) ? 0 : 1)
                .put("rtspPort", known.get(Ports.RTSP));
        return value;
    }

    private ObjectNode aiState() {
        var value = ReolinkJson.object().put("channel", 0);
        var alarm = person ? 1 : 0;
        if (switches.isOn(ReolinkSwitch.OLD_AI_FORMAT)) {
            return value.put("people", alarm).put("vehicle", 0);
        }
        value.putObject("people").put("alarm_state", alarm).put("support", 1);
        value.putObject("vehicle").put("alarm_state", 0).put("support", 1);
        value.putObject("dog_cat").put("alarm_state", 0).put("support", 1);
        return value;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import io.nightjar.simulators.device.Switches;
import io.nightjar.simulators.head.Head;
import io.nightjar.simulators.head.View;

/** What the device says about its head, in the schema's spelling. */
final class PtzText {

    static final String NODE = "PTZ-Node 1";

    private static final String SPACES = "http://www.onvif.org/ver10/tptz/";
    private static final String CONFIGURATION = "PTZ-Configuration 1";

    private PtzText() {}

    static String configuration(String element, Switches<OnvifSwitch> switches) {
        var positions = switches.isOn(OnvifSwitch.CONTINUOUS_ONLY)
                ? ""
                : uri("DefaultAbsolutePanTiltPositionSpace", "PanTiltSpaces/PositionGenericSpace")
                        + uri("DefaultAbsoluteZoomPositionSpace", "ZoomSpaces/PositionGenericSpace")
                        + uri("DefaultRelativePanTiltTranslationSpace", "PanTiltSpaces/TranslationGenericSpace")
                        + uri("DefaultRelativeZoomTranslationSpace", "ZoomSpaces/TranslationGenericSpace");
        return "<" + element + " token=\"" + CONFIGURATION + "\"><tt:Name>PTZ</tt:Name><tt:UseCount>2</tt:UseCount>"
                + "<tt:NodeToken>" + NODE + "</tt:NodeToken>" + positions
                + uri("DefaultContinuousPanTiltVelocitySpace", "PanTiltSpaces/VelocityGenericSpace")
                + uri("DefaultContinuousZoomVelocitySpace", "ZoomSpaces/VelocityGenericSpace")
                + "<tt:DefaultPTZTimeout>P0Y0M0DT0H0M" + Head.LONGEST.toSeconds() + ".000S</tt:DefaultPTZTimeout></"
                + element + ">";
    }

    static String node(Switches<OnvifSwitch> switches) {
        var positions = switches.isOn(OnvifSwitch.CONTINUOUS_ONLY)
                ? ""
                : space("AbsolutePanTiltPositionSpace", "PanTiltSpaces/PositionGenericSpace", "-1", true)
                        + space("AbsoluteZoomPositionSpace", "ZoomSpaces/PositionGenericSpace", "0", false)
                        + space("RelativePanTiltTranslationSpace", "PanTiltSpaces/TranslationGenericSpace", "-1", true)
                        + space("RelativeZoomTranslationSpace", "ZoomSpaces/TranslationGenericSpace", "-1", false);
        return "<tptz:PTZNode token=\"" + NODE + "\" FixedHomePosition=\"false\"><tt:Name>head</tt:Name>"
                + "<tt:SupportedPTZSpaces>" + positions
                + space("ContinuousPanTiltVelocitySpace", "PanTiltSpaces/VelocityGenericSpace", "-1", true)
                + space("ContinuousZoomVelocitySpace", "ZoomSpaces/VelocityGenericSpace", "-1", false)
                + "</tt:SupportedPTZSpaces><tt:MaximumNumberOfPresets>"
                + (switches.isOn(OnvifSwitch.NO_PRESETS) ? 0 : OnvifPresets.MOST)
                + "</tt:MaximumNumberOfPresets><tt:HomeSupported>" + !switches.isOn(OnvifSwitch.NO_HOME)
                + "</tt:HomeSupported></tptz:PTZNode>";
    }

    static String position(View view) {
        return "<tt:PanTilt x=\"%.5f\" y=\"%.5f\" space=\"%sPanTiltSpaces/PositionGenericSpace\"/>"
                        .formatted(view.pan(), view.tilt(), SPACES)
                + "<tt:Zoom x=\"%.5f\" space=\"%sZoomSpaces/PositionGenericSpace\"/>".formatted(view.zoom(), SPACES);
    }

    static String state(boolean moving) {
        return moving ? "MOVING" : "IDLE";
    }

    private static String uri(String element, String space) {
        return "<tt:" + element + ">" + SPACES + space + "</tt:" + element + ">";
    }

    private static String space(String element, String space, String min, boolean plane) {
        var range = "<tt:Min>" + min + "</tt:Min><tt:Max>1</tt:Max>";
        return "<tt:" + element + "><tt:URI>" + SPACES + space + "</tt:URI><tt:XRange>" + range + "</tt:XRange>"
                + (plane ? "<tt:YRange>" + range + "</tt:YRange>" : "") + "</tt:" + element + ">";
    }
}

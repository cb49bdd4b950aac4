// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

/** What the device says about its head, in the schema's spelling. */
final class PtzText {

    static final String NODE = "PTZ-Node 1";

    private static final String SPACES = "http://www.onvif.org/ver10/tptz/";
    private static final String CONFIGURATION = "PTZ-Configuration 1";

    private PtzText() {}

    static String configuration(String element) {
        return "<" + element + " token=\"" + CONFIGURATION + "\"><tt:Name>PTZ</tt:Name><tt:UseCount>2</tt:UseCount>"
                + "<tt:NodeToken>" + NODE + "</tt:NodeToken>"
                + uri("DefaultAbsolutePantTiltPositionSpace", "PanTiltSpaces/PositionGenericSpace")
                + uri("DefaultAbsoluteZoomPositionSpace", "ZoomSpaces/PositionGenericSpace")
                + uri("DefaultRelativePanTiltTranslationSpace", "PanTiltSpaces/TranslationGenericSpace")
                + uri("DefaultRelativeZoomTranslationSpace", "ZoomSpaces/TranslationGenericSpace")
                + uri("DefaultContinuousPanTiltVelocitySpace", "PanTiltSpaces/VelocityGenericSpace")
                + uri("DefaultContinuousZoomVelocitySpace", "ZoomSpaces/VelocityGenericSpace")
                + "<tt:DefaultPTZTimeout>P0Y0M0DT0H0M" + PtzHead.LONGEST.toSeconds() + ".000S</tt:DefaultPTZTimeout></"
                + element + ">";
    }

    static String node(int maxPresets) {
        return "<tptz:PTZNode token=\"" + NODE + "\" FixedHomePosition=\"false\"><tt:Name>head</tt:Name>"
                + "<tt:SupportedPTZSpaces>"
                + space("AbsolutePanTiltPositionSpace", "PanTiltSpaces/PositionGenericSpace", "-1", true)
                + space("AbsoluteZoomPositionSpace", "ZoomSpaces/PositionGenericSpace", "0", false)
                + space("RelativePanTiltTranslationSpace", "PanTiltSpaces/TranslationGenericSpace", "-1", true)
                + space("RelativeZoomTranslationSpace", "ZoomSpaces/TranslationGenericSpace", "-1", false)
                + space("ContinuousPanTiltVelocitySpace", "PanTiltSpaces/VelocityGenericSpace", "-1", true)
                + space("ContinuousZoomVelocitySpace", "ZoomSpaces/VelocityGenericSpace", "-1", false)
                + "</tt:SupportedPTZSpaces><tt:MaximumNumberOfPresets>" + maxPresets
                + "</tt:MaximumNumberOfPresets><tt:HomeSupported>true</tt:HomeSupported></tptz:PTZNode>";
    }

    static String position(PtzHead.View view) {
        return "<tt:PanTilt x=\"%.5f\" y=\"%.5f\" space=\"%sPanTiltSpaces/PositionGenericSpace\"/>"
                        .formatted(view.pan(), view.tilt(), SPACES)
                + "<tt:Zoom x=\"%.5f\" space=\"%sZoomSpaces/PositionGenericSpace\"/>".formatted(view.zoom(), SPACES);
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

// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

/** Parts of a profile that both media services write alike. */
final class ProfileText {

    private ProfileText() {}

    static String source(String element, OnvifProfile profile) {
        return "<" + element + " token=\"VSC-" + profile.source() + "\"><tt:Name>source</tt:Name><tt:UseCount>2"
                + "</tt:UseCount><tt:SourceToken>" + profile.source() + "</tt:SourceToken><tt:Bounds height=\"720\""
                + " width=\"1280\" y=\"0\" x=\"0\"/></" + element + ">";
    }

    static String encoder(String element, OnvifProfile profile) {
        return "<" + element + " token=\"VEC-" + Names.escaped(profile.token()) + "\"><tt:Name>encoder</tt:Name>"
                + "<tt:UseCount>1</tt:UseCount><tt:Encoding>" + profile.encoding() + "</tt:Encoding><tt:Resolution>"
                + "<tt:Width>" + profile.width() + "</tt:Width><tt:Height>" + profile.height()
                + "</tt:Height></tt:Resolution><tt:Quality>4</tt:Quality><tt:RateControl><tt:FrameRateLimit>"
                + profile.fps() + "</tt:FrameRateLimit><tt:EncodingInterval>1</tt:EncodingInterval><tt:BitrateLimit>"
                + profile.kilobits() + "</tt:BitrateLimit></tt:RateControl></" + element + ">";
    }
}

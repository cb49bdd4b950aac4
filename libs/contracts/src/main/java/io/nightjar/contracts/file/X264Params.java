// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.file;

/** What x264's own parameters say about key frames; the rest of them belongs to another encoder. */
final class X264Params {

    private static final String OPTION = "x264-params";

    private X264Params() {}

    static void apply(OptionDraft draft, String params) {
        for (var param : params.split(":")) {
            int equals = param.indexOf('=');
            var name = (equals < 0 ? param : param.substring(0, equals)).replace('_', '-');
            var value = equals < 0 ? "" : param.substring(equals + 1);
            switch (name) {
                case "keyint" -> draft.keyFrames(OPTION).every(Quantity.whole(value));
                case "min-keyint" -> draft.keyFrames(OPTION).atLeast(Quantity.whole(value));
                case "scenecut", "open-gop", "bframes" -> {
                    Wanted.oneOf(value, "0");
                    draft.encodingAlways(OPTION);
                }
                case "repeat-headers" -> {
                    Wanted.oneOf(value, "1");
                    draft.encodingAlways(OPTION);
                }
                default ->
                    throw new OptionRefused("has no " + Fields.shortened(name)
                            + " here; it may have keyint, min-keyint, scenecut, open_gop, bframes and repeat-headers");
            }
        }
    }
}

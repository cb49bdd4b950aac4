// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.List;
import java.util.Map;

/**
 * What moves a picture: a head, a lens, or both.
 *
 * @param spaces by the schema's name, such as {@code ContinuousPanTiltVelocitySpace}; what is absent cannot be done
 * @param fixedHome it goes home, but home cannot be moved
 * @param auxiliary further commands, such as a wiper
 */
public record PtzNode(
        String token,
        String name,
        Map<String, List<PtzSpace>> spaces,
        int maxPresets,
        boolean home,
        boolean fixedHome,
        List<String> auxiliary) {

    public PtzNode {
        spaces = Map.copyOf(spaces);
        auxiliary = List.copyOf(auxiliary);
    }

    public boolean turns() {
        return spaces.containsKey("ContinuousPanTiltVelocitySpace")
                || spaces.containsKey("RelativePanTiltTranslationSpace")
                || spaces.containsKey("AbsolutePanTiltPositionSpace");
    }

    public boolean zooms() {
        return spaces.containsKey("ContinuousZoomVelocitySpace")
                || spaces.containsKey("RelativeZoomTranslationSpace")
                || spaces.containsKey("AbsoluteZoomPositionSpace");
    }

    /** Can go to a position, and not only on and on. */
    public boolean absolute() {
        return spaces.containsKey("AbsolutePanTiltPositionSpace") || spaces.containsKey("AbsoluteZoomPositionSpace");
    }

    public boolean relative() {
        return spaces.containsKey("RelativePanTiltTranslationSpace")
                || spaces.containsKey("RelativeZoomTranslationSpace");
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.nightjar.contracts.camera;

import static org.assertj.core.api.Assertions.assertThat;

import io.nightjar.contracts.file.CamerasFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class CameraCatalogueTest {

    private final CameraCatalogue catalogue = CamerasFile.parse("""
            version: 1
            cameras:
              - {id: gate, streams: {main: "rtsp://h/a"}, capabilities: [streaming, ptz]}
              - {id: yard, vendor: reolink, host: h}
              - {id: bell, vendor: eufy, capabilities: [doorbell]}
              - {id: head, vendor: amcrest, host: h, capabilities: [ptz]}
              - {id: broken, vendor: reolink, host: h, hidden: true, capabilities: [streaming, ptz]}
            """, Origin.FILE);

    @Test
    void eachQuestionHasItsCameras() {
        assertThat(ids(catalogue.all())).containsExactly("gate", "yard", "bell", "head", "broken");
        assertThat(ids(catalogue.listed())).containsExactly("gate", "yard", "bell", "head");
        assertThat(ids(catalogue.streaming())).containsExactly("gate", "yard");
        assertThat(ids(catalogue.movable())).containsExactly("gate", "head");
        assertThat(ids(catalogue.ofVendor(Vendor.REOLINK))).containsExactly("yard");
        assertThat(catalogue.find(CameraId.of("broken"))).isPresent();
        assertThat(catalogue.find(CameraId.of("nobody"))).isEmpty();
    }

    private static List<String> ids(List<CameraSpec> cameras) {
        return cameras.stream().map(camera -> camera.id().value()).toList();
    }
}

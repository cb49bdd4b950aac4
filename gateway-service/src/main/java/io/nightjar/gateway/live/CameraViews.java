// SPDX-License-Identifier: Apache-2.0
package io.nightjar.gateway.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nightjar.contracts.camera.CameraSpec;
import io.nightjar.contracts.camera.Origin;
import io.nightjar.contracts.file.CameraWriter;
import io.nightjar.gateway.policy.AccessPolicy;
import io.nightjar.gateway.policy.Action;
import io.nightjar.gateway.users.User;
import jakarta.inject.Singleton;

/**
 * A camera as it is shown. An allow-list: addresses only to those who may change them, credentials and their reference to
 * nobody.
 */
@Singleton
public class CameraViews {
    private final AccessPolicy policy;

    CameraViews(AccessPolicy policy) {
        this.policy = policy;
    }

    public ObjectNode of(CameraSpec camera, User user) {
        return policy.may(user, Action.CAMERA_UPDATE, camera) ? full(camera) : plain(camera);
    }

    ObjectNode full(CameraSpec camera) {
        var view = CameraWriter.object(camera);
        view.remove("credentialRef");
        view.put("hasCredentials", camera.credentialRef() != null);
        view.put("origin", camera.origin().wire());
        view.put("editable", camera.origin() == Origin.API);
        return view;
    }

    ObjectNode plain(CameraSpec camera) {
        var full = full(camera);
        full.get("streams").forEach(stream -> ((ObjectNode) stream).retain("transport", "onDemand", "enabled"));
        full.put("editable", false);
        return full.retain("id", "name", "vendor", "streams", "capabilities", "hidden", "origin", "editable");
    }
}

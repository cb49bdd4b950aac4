// SPDX-License-Identifier: Apache-2.0
package io.nightjar.packager;

import io.nightjar.kit.CameraDirectory;
import io.nightjar.kit.Home;
import io.nightjar.kit.InternalClient;
import io.nightjar.kit.KitConfig;
import io.nightjar.kit.MediaTokens;
import io.nightjar.kit.ServiceInfo;
import io.nightjar.kit.ServiceToken;
import io.nightjar.kit.StreamPassword;
import io.nightjar.packager.demand.Demand;
import io.nightjar.packager.embedded.EmbeddedPlane;
import io.nightjar.packager.mediamtx.MediaMtxPlane;
import io.nightjar.packager.plane.MediaPlane;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the packager together: the one place that chooses the media plane. */
@Singleton
final class PackagerBeans {

    @Produces
    @Singleton
    Demand demand(CameraDirectory cameras, Home home, ServiceInfo info, InternalClient client, Clock clock) {
        return new Demand(cameras, home.state(info.name()), client, clock);
    }

    void close(@Disposes Demand demand) {
        demand.close();
    }

    @Produces
    @Singleton
    MediaPlane plane(
            PackagerConfig config,
            KitConfig kit,
            Vertx vertx,
            ServiceToken serviceToken,
            StreamPassword streamPassword,
            MediaTokens tokens,
            Demand demand,
            Clock clock) {
        return config.mediamtx()
                .<MediaPlane>map(mediamtx -> MediaMtxPlane.open(mediamtx, serviceToken, streamPassword))
                .orElseGet(() -> EmbeddedPlane.open(
                        config, kit.lan(), vertx, serviceToken, streamPassword, tokens, demand, clock));
    }

    void close(@Disposes MediaPlane plane) {
        plane.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.rtsp;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** A small Vert.x: one event loop is plenty for many cameras, and nothing is cached on disk. */
public final class SimulatorVertx {

    private SimulatorVertx() {}

    public static Vertx create() {
        return Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
    }
}

// SPDX-License-Identifier: Apache-2.0
/** Runs one ingest per camera on Kubernetes. So far it only says that it is well. */
@NullMarked
package io.nightjar.fleet;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** One camera in: connect, probe, publish, watch, recover. Health, pictures and facts go out; video only by copy. */
package io.nightjar.ingest;

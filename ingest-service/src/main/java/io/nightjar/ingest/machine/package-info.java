// SPDX-License-Identifier: Apache-2.0
/** Decides what a stream does next. Pure: no clock, no I/O, no logging; time arrives in events. */
package io.nightjar.ingest.machine;

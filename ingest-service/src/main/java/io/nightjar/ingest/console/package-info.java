// SPDX-License-Identifier: Apache-2.0
/** Asks the process that is signed in to a console for what only a signed-in one can have. */
package io.nightjar.ingest.console;

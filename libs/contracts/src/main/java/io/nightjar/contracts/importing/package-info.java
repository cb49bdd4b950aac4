// SPDX-License-Identifier: Apache-2.0
/**
 * Cameras files of earlier systems, translated into the one native format. What is understood, and what is not needed any
 * more, stands in docs/importing.md.
 */
package io.nightjar.contracts.importing;

// SPDX-License-Identifier: Apache-2.0
/** Builds the page; runs during the build and is not part of the jar. */
package io.nightjar.ui.build;

// SPDX-License-Identifier: Apache-2.0
/** Broken input for parsers: what tests of every module feed to whatever reads bytes from outside. */
package io.nightjar.fuzz;

// SPDX-License-Identifier: Apache-2.0
/** Single pictures and moving ones: asked from ingest once however many watch, and the last one kept for bad times. */
package io.nightjar.gateway.pictures;

// SPDX-License-Identifier: Apache-2.0
/**
 * Cameras as people write them: the cameras file and the API's camera object, read into specs with every problem said in
 * a sentence, and written back without secrets.
 */
package io.nightjar.contracts.file;

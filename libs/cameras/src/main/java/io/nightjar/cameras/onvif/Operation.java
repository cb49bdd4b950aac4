// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

/**
 * One request of a service.
 *
 * @param body the operation's element
 * @param repeatable doing it twice does no harm, so that it may be sent again after a broken connection
 */
record Operation(String namespace, String name, String body, boolean repeatable) {

    /** An operation without parameters. */
    static Operation of(String namespace, String name) {
        return new Operation(namespace, name, XmlBuilder.root(namespace, name).build(), true);
    }

    static Operation of(String namespace, String name, XmlBuilder body) {
        return new Operation(namespace, name, body.build(), true);
    }

    Operation once() {
        return new Operation(namespace, name, body, false);
    }

    /** As it stands in the content type. */
    String action() {
        return namespace + "/" + name;
    }
}

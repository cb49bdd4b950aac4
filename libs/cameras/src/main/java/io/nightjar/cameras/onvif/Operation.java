// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

/**
 * One request of a service.
 *
 * @param body the operation's element
 * @param repeatable doing it twice does no harm, so that it may be sent again after a broken connection
 * @param isUrgent waits for no other request to the same device
 */
record Operation(String namespace, String name, String body, boolean repeatable, boolean isUrgent) {

    /** An operation without parameters. */
    static Operation of(String namespace, String name) {
        return new Operation(namespace, name, XmlBuilder.root(namespace, name).build(), true, false);
    }

    static Operation of(String namespace, String name, XmlBuilder body) {
        return new Operation(namespace, name, body.build(), true, false);
    }

    Operation once() {
        return new Operation(namespace, name, body, false, isUrgent);
    }

    Operation urgent() {
        return new Operation(namespace, name, body, repeatable, true);
    }

    /** As it stands in the content type. */
    String action() {
        return namespace + "/" + name;
    }
}

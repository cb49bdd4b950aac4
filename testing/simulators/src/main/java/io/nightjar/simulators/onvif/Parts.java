// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The parts of a request in the order in which the schema has them; anything else is a fault, as with strict devices. */
final class Parts {

    private final String of;
    private final String namespace;
    private final List<Element> left;

    private Parts(Element element, String namespace) {
        this.of = element.getLocalName();
        this.namespace = namespace;
        this.left = children(element);
    }

    static Parts of(Element element) {
        return new Parts(element, element.getNamespaceURI());
    }

    static Parts of(Element element, String namespace) {
        return new Parts(element, namespace);
    }

    static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    Optional<Element> optional(String name) {
        boolean next = !left.isEmpty()
                && name.equals(left.getFirst().getLocalName())
                && namespace.equals(left.getFirst().getNamespaceURI());
        return next ? Optional.of(left.removeFirst()) : Optional.empty();
    }

    Element required(String name) {
        return optional(name).orElseThrow(() -> Fault.malformed(of + " lacks " + name));
    }

    String text(String name) {
        return required(name).getTextContent().strip();
    }

    Optional<String> optionalText(String name) {
        return optional(name).map(element -> element.getTextContent().strip());
    }

    void end() {
        if (!left.isEmpty()) {
            throw Fault.malformed(of + " has an unexpected " + left.getFirst().getLocalName());
        }
    }
}

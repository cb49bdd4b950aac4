// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One element of an answer, found by namespace and local name because every camera chooses its own prefixes.
 *
 * @param attributes by local name; those of other namespaces as well
 * @param text the element's own text, stripped
 */
public record XmlElement(
        String namespace, String name, Map<String, String> attributes, List<XmlElement> children, String text) {

    public XmlElement {
        attributes = Map.copyOf(attributes);
        children = List.copyOf(children);
    }

    public boolean is(String wantedNamespace, String wantedName) {
        return name.equals(wantedName) && namespace.equals(wantedNamespace);
    }

    public Stream<XmlElement> all(String wantedNamespace, String wantedName) {
        return children.stream().filter(child -> child.is(wantedNamespace, wantedName));
    }

    public Optional<XmlElement> child(String wantedNamespace, String wantedName) {
        return all(wantedNamespace, wantedName).findFirst();
    }

    /** Follows names of one namespace downwards. */
    public Optional<XmlElement> at(String wantedNamespace, String... path) {
        var found = Optional.of(this);
        for (var step : path) {
            found = found.flatMap(element -> element.child(wantedNamespace, step));
        }
        return found;
    }

    /** The text at the end of a path; empty where there is none or nothing but space. */
    public Optional<String> textAt(String wantedNamespace, String... path) {
        return at(wantedNamespace, path).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute)).map(String::strip);
    }

    /** This element and everything below it, in document order. */
    public Stream<XmlElement> tree() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::tree));
    }
}

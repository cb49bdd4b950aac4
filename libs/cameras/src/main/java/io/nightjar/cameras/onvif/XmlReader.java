// SPDX-License-Identifier: Apache-2.0
package io.nightjar.cameras.onvif;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that nobody vouches for: no document types, so no entities of its own and nothing fetched, and limits on size,
 * depth, elements and attributes.
 */
public final class XmlReader {

    static final int MAX_BYTES = 1 << 20;
    static final int MAX_DEPTH = 48;
    static final int MAX_ELEMENTS = 20_000;
    static final int MAX_ATTRIBUTES = 64;

    private static final XMLInputFactory FACTORY = factory();

    private XmlReader() {}

    private static final class Open {
        private final String namespace;
        private final String name;
        private final Map<String, String> attributes;
        private final List<XmlElement> children = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Open(XMLStreamReader reader) {
            namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
            name = reader.getLocalName();
            attributes = new HashMap<>();
            for (int index = 0; index < reader.getAttributeCount(); index++) {
                attributes.putIfAbsent(reader.getAttributeLocalName(index), reader.getAttributeValue(index));
            }
        }

        private XmlElement closed() {
            return new XmlElement(
                    namespace, name, attributes, children, text.toString().strip());
        }
    }

    /** The document's root element. */
    public static XmlElement read(byte[] bytes) throws MalformedXmlException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedXmlException("The answer is larger than an answer can be");
        }
        try {
            var reader = FACTORY.createXMLStreamReader(new StringReader(XmlText.of(bytes)));
            try {
                return root(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException malformed) {
            throw new MalformedXmlException("The answer is not well-formed XML", malformed);
        }
    }

    private static XmlElement root(XMLStreamReader reader) throws XMLStreamException, MalformedXmlException {
        Deque<Open> open = new ArrayDeque<>();
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new MalformedXmlException("The answer has a document type or entities, which are refused");
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    check(reader, open.size(), elements);
                    open.push(new Open(reader));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.element().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var closed = open.pop().closed();
                    if (open.isEmpty()) {
                        // What follows the root is of no interest; cameras append all sorts of things there.
                        return closed;
                    }
                    open.element().children.add(closed);
                }
                default -> {
                    // comments, instructions and space between elements say nothing
                }
            }
        }
        throw new MalformedXmlException("The answer holds no element");
    }

    private static void check(XMLStreamReader reader, int depth, int elements) throws MalformedXmlException {
        if (depth >= MAX_DEPTH || elements > MAX_ELEMENTS || reader.getAttributeCount() > MAX_ATTRIBUTES) {
            throw new MalformedXmlException("The answer is nested deeper or has more parts than an answer can have");
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }
}

// SPDX-License-Identifier: Apache-2.0
package io.nightjar.simulators.onvif;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A request as it came.
 *
 * @param path with its query
 * @param operation the element in its body
 */
record SoapRequest(String path, Optional<Element> header, Element operation) {

    static SoapRequest read(String path, byte[] body) {
        var envelope = parse(body);
        if (!"Envelope".equals(envelope.getLocalName()) || !Names.ENVELOPE.equals(envelope.getNamespaceURI())) {
            throw Fault.malformed("it is no SOAP 1.2 envelope");
        }
        var parts = Parts.of(envelope);
        var header = parts.optional("Header");
        var operation = Parts.children(parts.required("Body")).stream()
                .findFirst()
                .orElseThrow(() -> Fault.malformed("its body is empty"));
        return new SoapRequest(path, header, operation);
    }

    private static Element parse(byte[] body) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(body)).getDocumentElement();
        } catch (SAXException | IOException malformed) {
            throw Fault.malformed("it is no XML");
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("This Java has no XML", impossible);
        }
    }

    String name() {
        return operation.getLocalName();
    }

    String namespace() {
        return String.valueOf(operation.getNamespaceURI());
    }

    Parts parts() {
        return Parts.of(operation);
    }

    /** The header of a namespace and name. */
    Optional<Element> header(String namespace, String name) {
        return header.stream()
                .flatMap(all -> Parts.children(all).stream())
                .filter(element -> name.equals(element.getLocalName()) && namespace.equals(element.getNamespaceURI()))
                .findFirst();
    }
}

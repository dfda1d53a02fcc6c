// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import static lat.enlace.gateway.GatewayException.Code.DOCTYPE;
import static lat.enlace.gateway.GatewayException.Code.MALFORMED;
import static lat.enlace.gateway.GatewayException.Code.TOO_DEEP;
import static lat.enlace.gateway.GatewayException.Code.TOO_LONG;
import static lat.enlace.gateway.GatewayException.Code.TRUNCATED;

import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Walks an XML document of records: root, groups, records. Knows no document types and no entities
/// but the five of XML, looks nothing up, and holds one record at a time.
final class XmlRecords {
  private static final int MAX_DEPTH = 16;
  private static final int MAX_RECORD = 1 << 20;
  private static final int MAX_NODES = 20_000;
  private static final int DEPTH_OF_RECORDS = 3;

  private final XMLStreamReader xml;
  private final TextReader text;
  private final String part;
  private int depth;
  private int nodes;
  private int size;
  private Place place;

  XmlRecords(TextReader text, String part) throws GatewayException {
    this.text = text;
    this.part = part;
    this.place = Place.whole(part);
    try {
      this.xml = factory().createXMLStreamReader(text);
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  private static XMLInputFactory factory() {
    // The platform's own parser, whatever else is on the class path: its limits are the ones
    // tested.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing is looked up");
    });
    return factory;
  }

  /// The value of an attribute of the root, read up to it; empty if there is none.
  String root(String name, String attribute) throws GatewayException {
    while (true) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!xml.getLocalName().equals(name)) {
          throw new GatewayException(MALFORMED, here(), "another root element than " + name);
        }
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? "" : value;
      }
    }
  }

  /// The next record, or empty at the sound end of the document.
  Optional<XmlNode> next() throws GatewayException {
    while (true) {
      switch (step()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (depth == DEPTH_OF_RECORDS) {
            place = here();
            nodes = 0;
            size = 0;
            return Optional.of(element());
          }
        }
        case XMLStreamConstants.END_DOCUMENT -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
  }

  /// Where the record last given begins.
  Place place() {
    return place;
  }

  private XmlNode element() throws GatewayException {
    String name = xml.getLocalName();
    StringBuilder text = new StringBuilder();
    List<XmlNode> children = new ArrayList<>();
    nodes++;
    if (nodes > MAX_NODES) {
      throw new GatewayException(TOO_LONG, place);
    }
    while (true) {
      switch (step()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element());
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlNode(name, text.toString().strip(), List.copyOf(children));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            append(text);
        default -> {}
      }
    }
  }

  private void append(StringBuilder text) throws GatewayException {
    size += xml.getTextLength();
    if (size > MAX_RECORD) {
      throw new GatewayException(TOO_LONG, place);
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  private int step() throws GatewayException {
    try {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new GatewayException(DOCTYPE, here());
        case XMLStreamConstants.START_ELEMENT -> deeper();
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
      return event;
    } catch (XMLStreamException e) {
      throw fault(e);
    } catch (MissingResourceException e) {
      // The platform's parser lacks the words for some faults, unclosed document types among them.
      throw new GatewayException(MALFORMED, here());
    }
  }

  private void deeper() throws GatewayException {
    depth++;
    if (depth > MAX_DEPTH) {
      throw new GatewayException(TOO_DEEP, here());
    }
  }

  private Place here() {
    return Place.line(part, xml.getLocation().getLineNumber());
  }

  private GatewayException fault(XMLStreamException fault) {
    // The parser wraps what the text below it threw in either of two fields.
    if (within(fault) instanceof RefusedTextException refused) {
      return refused.refusal();
    }
    Location location = fault.getLocation();
    if (location == null) {
      return new GatewayException(MALFORMED, Place.whole(part));
    }
    boolean atTheEnd = depth > 0 && location.getCharacterOffset() >= text.delivered();
    Place fell = Place.line(part, Math.max(0, location.getLineNumber()));
    return new GatewayException(atTheEnd ? TRUNCATED : MALFORMED, fell);
  }

  private static Throwable within(XMLStreamException fault) {
    if (fault.getNestedException() != null) {
      return fault.getNestedException();
    }
    return fault.getCause() == null ? fault : fault.getCause();
  }
}

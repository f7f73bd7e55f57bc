package dev.dbpreflight.migrations;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that may come from anybody: what it refers to is never opened. */
final class ChangelogXml {
  private ChangelogXml() {}

  static ChangelogNode parse(String text) throws CodeFault {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("refers to another file");
        });
    try {
      // A byte order mark has told its encoding already.
      String xml = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return read(factory.createXMLStreamReader(new StringReader(xml)));
    } catch (XMLStreamException broken) {
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
      throw new CodeFault(Math.max(0, line), "is not valid XML");
    }
  }

  private static ChangelogNode read(XMLStreamReader reader) throws XMLStreamException, CodeFault {
    ChangelogNode root = new ChangelogNode("", 1);
    Deque<ChangelogNode> open = new ArrayDeque<>();
    Deque<StringBuilder> texts = new ArrayDeque<>();
    open.push(root);
    texts.push(new StringBuilder());
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          ChangelogNode node = element(reader);
          open.peek().add(node);
          open.push(node);
          texts.push(new StringBuilder());
        }
        case XMLStreamConstants.END_ELEMENT -> open.pop().setText(texts.pop().toString());
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            texts.peek().append(reader.getText());
        case XMLStreamConstants.DTD ->
            throw new CodeFault(
                reader.getLocation().getLineNumber(),
                "has a document type declaration, which is not read");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new CodeFault(
                reader.getLocation().getLineNumber(), "refers to an entity, which is not read");
        default -> {}
      }
    }
    return root;
  }

  private static ChangelogNode element(XMLStreamReader reader) {
    int line = reader.getLocation().getLineNumber();
    ChangelogNode node = new ChangelogNode(reader.getLocalName(), line);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      // Those of another namespace, like schemaLocation, are about the file.
      if (reader.getAttributeNamespace(i) == null || reader.getAttributeNamespace(i).isEmpty()) {
        node.add(
            new ChangelogNode(reader.getAttributeLocalName(i), line, reader.getAttributeValue(i)));
      }
    }
    return node;
  }
}

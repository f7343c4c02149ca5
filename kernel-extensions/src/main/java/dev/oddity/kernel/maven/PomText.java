package dev.oddity.kernel.maven;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A POM, or pieces of one as they are copied from a README: {@code <dependency>} and {@code <repository>} by themselves or
 * within their lists, and whatever else may stand in a {@code <project>}.
 */
public final class PomText {

    private static final String WRAPPER = "pieces";

    private PomText() {}

    /**
     * The POM that a text stands for. A whole one stays as it is; one without a name of its own gets one.
     *
     * @throws IllegalArgumentException if it is no XML, names no dependency, or a repository that isn't encrypted
     */
    public static String whole(String text) {
        Document pieces =
                parse("<" + WRAPPER + ">" + text.replaceFirst("^\\s*<\\?xml.*?\\?>", "") + "</" + WRAPPER + ">");
        Element root = pieces.getDocumentElement();
        checkRepositories(root);
        List<Element> children = children(root);
        if (children.size() == 1 && children.get(0).getNodeName().equals("project")) {
            Element project = children.get(0);
            boolean inherits = children(project).stream()
                    .anyMatch(child -> child.getNodeName().equals("parent"));
            if (!inherits && project.getElementsByTagName("dependency").getLength() == 0) {
                throw nothingNeeded();
            }
            return named(project) ? write(project) : text;
        }
        Element project = pieces.createElement("project");
        Element dependencies = pieces.createElement("dependencies");
        Element repositories = pieces.createElement("repositories");
        named(project);
        project.appendChild(dependencies);
        project.appendChild(repositories);
        for (Element child : children) {
            switch (child.getNodeName()) {
                case "dependency" -> dependencies.appendChild(child);
                case "repository" -> repositories.appendChild(child);
                case "dependencies" -> children(child).forEach(dependencies::appendChild);
                case "repositories" -> children(child).forEach(repositories::appendChild);
                case "modelVersion", "groupId", "artifactId", "version" -> {
                    // Of the notebook's own, which has no name that anyone asks for.
                }
                default -> project.appendChild(child);
            }
        }
        if (children(dependencies).isEmpty()) {
            throw nothingNeeded();
        }
        return write(project);
    }

    private static IllegalArgumentException nothingNeeded() {
        return new IllegalArgumentException("no <dependency> here; a cell holds a POM or pieces of one, such as"
                + " <dependency><groupId>..</groupId><artifactId>..</artifactId><version>..</version></dependency>");
    }

    /** Gives a project what it lacks of a name; whether it lacked any of it. */
    private static boolean named(Element project) {
        Map<String, String> name = new LinkedHashMap<>();
        name.put("modelVersion", "4.0.0");
        name.put("groupId", "notebook");
        name.put("artifactId", "cell");
        name.put("version", "1");
        for (Element child : children(project)) {
            name.remove(child.getNodeName());
            if (child.getNodeName().equals("parent")) {
                name.keySet().removeAll(Set.of("groupId", "version"));
            }
        }
        name.forEach((part, text) -> add(project, part, text));
        return !name.isEmpty();
    }

    private static void checkRepositories(Element root) {
        NodeList urls = root.getElementsByTagName("url");
        for (int i = 0; i < urls.getLength(); i++) {
            Node repository = urls.item(i).getParentNode();
            if (Set.of("repository", "pluginRepository").contains(repository.getNodeName())
                    && urls.item(i).getTextContent().strip().startsWith("http:")) {
                String name = children((Element) repository).stream()
                        .filter(child -> child.getNodeName().equals("id"))
                        .map(Node::getTextContent)
                        .findFirst()
                        .orElse("without id");
                new Repository(name.strip(), urls.item(i).getTextContent().strip());
            }
        }
    }

    private static void add(Element parent, String name, String text) {
        Element child = parent.getOwnerDocument().createElement(name);
        child.setTextContent(text);
        parent.appendChild(child);
    }

    private static List<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /** Nothing but what is written: no document types, no files or addresses that the text points to. */
    private static Document parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (SAXParseException e) {
            throw new IllegalArgumentException(
                    "no well-formed XML, line " + e.getLineNumber() + ": "
                            + e.getMessage().replace("</" + WRAPPER + ">", "the end"),
                    e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("no well-formed XML: " + e.getMessage(), e);
        }
    }

    private static String write(Element element) {
        try {
            Transformer copy = TransformerFactory.newInstance().newTransformer();
            copy.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter out = new StringWriter();
            copy.transform(new DOMSource(element), new StreamResult(out));
            return out.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a document in memory can't be written", e);
        }
    }
}

package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** The pages by the parser of the W3C's validator, which reports every error of the HTML standard. */
class HtmlTest {
  private static final class Errors implements ErrorHandler {
    private final List<String> found = new ArrayList<>();

    @Override
    public void warning(SAXParseException problem) {
      found.add(problem.getLineNumber() + ": " + problem.getMessage());
    }

    @Override
    public void error(SAXParseException problem) {
      warning(problem);
    }

    @Override
    public void fatalError(SAXParseException problem) {
      warning(problem);
    }
  }

  private final Errors errors = new Errors();

  private Document parse(InputSource source) throws Exception {
    HtmlDocumentBuilder parser = new HtmlDocumentBuilder(XmlViolationPolicy.FATAL);
    parser.setErrorHandler(errors);
    source.setEncoding("UTF-8");
    return parser.parse(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "insight.html", "missing.html"})
  void isValid(String page) throws Exception {
    Document document;
    try (InputStream in = HtmlTest.class.getResourceAsStream("/bookshop/" + page)) {
      document = parse(new InputSource(in));
    }
    assertThat(errors.found).isEmpty();
    Set<String> ids = new HashSet<>();
    for (Element element : elements(document)) {
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as("id %s is there once", id).isTrue();
    }
    for (Element element : elements(document)) {
      for (String attribute : List.of("for", "aria-labelledby", "aria-controls")) {
        if (element.hasAttribute(attribute)) {
          assertThat(ids).contains(element.getAttribute(attribute));
        }
      }
      assertThat(element.hasAttribute("style")).as("no style in markup").isFalse();
      assertThat(element.hasAttribute("onclick")).as("no script in markup").isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>no doctype", "<!DOCTYPE html><title>x</title><p><div></p>"})
  void whatIsWrongIsFound(String html) throws Exception {
    parse(new InputSource(new java.io.ByteArrayInputStream(html.getBytes("UTF-8"))));
    assertThat(errors.found).isNotEmpty();
  }

  private static List<Element> elements(Document document) {
    NodeList all = document.getElementsByTagName("*");
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      elements.add((Element) all.item(i));
    }
    return elements;
  }
}

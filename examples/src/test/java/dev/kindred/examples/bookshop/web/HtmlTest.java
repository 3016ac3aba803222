package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/** The pages by the parser of the W3C's validator, which reports every parse error of HTML. */
class HtmlTest {
  /** Errors, and the attributes of all elements. */
  private static final class Seen extends DefaultHandler {
    private final List<String> errors = new ArrayList<>();
    private final List<Attributes> elements = new ArrayList<>();

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      elements.add(new AttributesImpl(attributes));
    }

    @Override
    public void warning(SAXParseException problem) {
      errors.add(problem.getLineNumber() + ": " + problem.getMessage());
    }

    @Override
    public void error(SAXParseException problem) {
      warning(problem);
    }

    @Override
    public void fatalError(SAXParseException problem) {
      warning(problem);
    }

    List<String> values(String attribute) {
      return elements.stream()
          .map(element -> element.getValue(attribute))
          .filter(value -> value != null)
          .toList();
    }
  }

  private static Seen parse(InputStream html) throws Exception {
    Seen seen = new Seen();
    HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
    parser.setErrorHandler(seen);
    parser.setContentHandler(seen);
    InputSource source = new InputSource(html);
    source.setEncoding("UTF-8");
    parser.parse(source);
    return seen;
  }

  @ParameterizedTest
  @ValueSource(strings = {"index.html", "insight.html", "missing.html"})
  void isValid(String page) throws Exception {
    Seen seen;
    try (InputStream in = HtmlTest.class.getResourceAsStream("/bookshop/" + page)) {
      seen = parse(in);
    }
    assertThat(seen.errors).isEmpty();
    List<String> ids = seen.values("id");
    assertThat(ids).doesNotHaveDuplicates();
    for (String reference : List.of("for", "aria-labelledby", "aria-controls")) {
      assertThat(ids).containsAll(seen.values(reference));
    }
    assertThat(seen.values("style")).as("styles in markup").isEmpty();
    assertThat(seen.values("onclick")).as("scripts in markup").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>no doctype", "<!DOCTYPE html><title>x</title><p><div></p>"})
  void whatIsWrongIsFound(String html) throws Exception {
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    assertThat(parse(new ByteArrayInputStream(bytes)).errors).isNotEmpty();
  }
}

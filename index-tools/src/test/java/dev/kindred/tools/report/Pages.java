package dev.kindred.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pages as tests look at them. */
final class Pages {
  private Pages() {}

  static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(html.replace("<!DOCTYPE html>", ""))));
  }

  /** Text between markup. */
  static String text(String html) throws Exception {
    return parse(html).getDocumentElement().getTextContent();
  }

  /** Nothing is fetched and nothing runs. */
  static void requireWhole(String html) {
    assertThat(html).startsWith("<!DOCTYPE html>");
    assertThat(html.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http", "src=", "href=", "@import", "<script", "NaN");
  }
}

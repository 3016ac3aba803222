package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page by axe-core's rules for WCAG 2.2 A and AA, light and wide, dark and narrow. */
class AccessibilityTest {
  private static final String RUN =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})
        .then(result => done(result.violations.map(v => v.impact + ' ' + v.id + ': ' + v.help + ' '
          + v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join(' | '))))
        .catch(failure => done(['failed ' + failure]));
      """;

  private static Browser browser;
  private static String axe;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.open();
    browser.driver().manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    try (InputStream in = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
      axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  static void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  static List<String> pages() {
    return List.of("", "#/search?q=vampires&domain=both", "#/item/dracula", "insight", "nothing");
  }

  static Stream<Arguments> looks() {
    return pages().stream()
        .flatMap(page -> Stream.of(Arguments.of(page, false, 1280), Arguments.of(page, true, 390)));
  }

  @ParameterizedTest(name = "/{0}, dark {1}, {2} px wide")
  @MethodSource("looks")
  @SuppressWarnings("unchecked")
  void hasNoFindings(String page, boolean dark, int width) {
    browser.size(width, 900);
    browser.dark(dark);
    browser.visit(page);
    browser
        .driver()
        .executeScript("document.querySelectorAll('details').forEach(one => { one.open = true; })");
    browser.driver().executeScript(axe);
    List<String> findings = (List<String>) browser.driver().executeAsyncScript(RUN);
    assertThat(findings).isEmpty();
    Map<String, Object> widths =
        (Map<String, Object>)
            browser
                .driver()
                .executeScript(
                    "return {page: document.scrollingElement.scrollWidth, window: innerWidth}");
    assertThat((Long) widths.get("page")).isLessThanOrEqualTo((Long) widths.get("window"));
  }

  /** What scripts have drawn is as valid as what was sent. */
  @ParameterizedTest(name = "/{0}")
  @MethodSource("pages")
  void isValidAsItIsDrawn(String page) throws Exception {
    browser.size(1280, 900);
    browser.visit(page);
    Object drawn = browser.driver().executeScript("return document.documentElement.outerHTML");
    Validator.requireNoProblem(page, "<!DOCTYPE html>\n" + drawn);
  }
}

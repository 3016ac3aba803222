package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

class InsightPageTest {
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    browser = Browser.open();
  }

  @AfterAll
  static void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void anew() {
    browser.size(1280, 1000);
    browser.visit("insight");
  }

  @Test
  void tellsWhatIsStored() {
    assertThat(browser.one(".figures").getText()).contains("851", "000001");
    assertThat(browser.one("#index-part table").getText())
        .contains("als", "content", "itemknn", "popularity", "model.als (vector 32)");
    browser.requireNoComplaints();
  }

  @Test
  void drawsTheCatalogue() {
    assertThat(browser.all(".map circle")).hasSizeGreaterThan(800);
    browser.one(".legend button").click();
    assertThat(browser.all(".map circle.dim")).isNotEmpty();
    browser.one(".legend button").click();
    assertThat(browser.all(".map circle.dim")).isEmpty();
    browser.one("#map-part input").sendKeys("Emma");
    browser.until("document.querySelector('#map-part [role=option]')");
    browser.one("#map-part input").sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    assertThat(browser.one(".map text").getText()).isEqualTo("Emma");
    browser.requireNoComplaints();
  }

  @Test
  void listsNeighboursByModel() {
    assertThat(browser.all(".near > div")).hasSize(3);
    assertThat(browser.all(".near li")).hasSize(24);
    browser.requireNoComplaints();
  }

  @Test
  void drawsWhatTheBanditLearnsFromNewcomers() {
    browser.one("#newcomers").click();
    browser.until("document.querySelector('.learned').dataset.visits >= 200");
    assertThat(browser.all(".regret path")).hasSize(2);
    assertThat(browser.all(".arms tbody tr")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(browser.all(".arms .interval .truth")).hasSizeGreaterThanOrEqualTo(20);
    assertThat(browser.one(".regret svg").getDomAttribute("aria-label"))
        .matches("Regret after 200 newcomers: \\d+ by exploring, \\d+ by score");
    browser.requireNoComplaints();
  }

  @Test
  void evaluatesTheModelsWhenAsked() {
    browser.one("#evaluate").click();
    browser.until("document.querySelector('#report')");
    browser.requireNoComplaints();
    browser.driver().get(browser.one("#report").getDomProperty("href"));
    assertThat(browser.heading()).startsWith("Evaluation: ");
    assertThat(browser.one("table").getText()).contains("popularity", "itemknn", "als", "content");
    assertThat(browser.all("svg")).hasSizeGreaterThan(4);
    assertThat(browser.one("code").getText()).startsWith("kindred evaluate --models popularity");
    assertThat(browser.one("body").getCssValue("max-width")).as("styled").isNotEqualTo("none");
    browser.requireNoComplaints();
  }

  @Test
  void drawsTheNormalisersOfAProfile() {
    assertThat(browser.all(".curve")).hasSize(6);
    browser.choose("#curve-profile", "search");
    assertThat(browser.one(".curves").getText()).contains("text", "raw / (raw +");
    browser.requireNoComplaints();
  }
}

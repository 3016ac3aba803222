package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Posteriors;
import dev.kindred.examples.bookshop.TestShop;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The shop as a person uses it. */
class ShopPageTest {
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
    browser.forgetSession();
    browser.visit("");
  }

  @AfterEach
  void thePageDidNotComplain() {
    browser.requireNoComplaints();
  }

  private static String reader() {
    return browser.one("#reader").getDomProperty("value");
  }

  private static void type(String text) {
    WebElement field = browser.one("#q");
    field.clear();
    field.sendKeys(text);
  }

  @Test
  void showsWhatIsForTheReader() {
    assertThat(browser.heading()).isEqualTo("For you");
    assertThat(browser.ids()).hasSize(12);
    assertThat(browser.one(".latest").getText()).startsWith("A simulated reader with");
    assertThat(browser.one(".foot").getText()).matches("12 of \\d+ candidates. Ranked in .*");
    assertThat(browser.driver().getTitle()).isEqualTo("For you – Kindred Bookshop");
  }

  @Test
  void findsWhatIsTyped() {
    type("vampires in a castle");
    browser.redraw(() -> browser.one("#q").sendKeys(Keys.ENTER));
    assertThat(browser.heading()).isEqualTo("“vampires in a castle”");
    assertThat(browser.ids()).contains("carmilla");
  }

  @Test
  void aLikeChangesTheListAndIsOnTheDisk() throws IOException {
    browser.redraw(() -> browser.one("#newcomer").click());
    assertThat(reader()).startsWith("guest-");
    List<String> cold = browser.ids();
    String liked = cold.getFirst();
    browser.redraw(() -> browser.one(".hits [data-type=like]").click());
    assertThat(browser.ids()).isNotEqualTo(cold).doesNotContain(liked);
    assertThat(browser.one("#status").getText())
        .matches("Noted: you liked .* On the disk after .* ms. For you: [1-9]\\d* new.");
    assertThat(browser.all(".hits .fresh")).isNotEmpty();
    assertThat(browser.shop().history(reader()).getFirst().itemId()).isEqualTo(liked);
  }

  @Test
  void openingATitleIsNotedWithItsRequest() throws IOException {
    browser.redraw(() -> browser.one("#newcomer").click());
    String title = browser.one(".hits h3 a").getText();
    browser.redraw(() -> browser.one(".hits h3 a").click());
    assertThat(browser.heading()).isEqualTo(title);
    assertThat(browser.shop().history(reader())).hasSize(1);
    assertThat(browser.all("#also-list li, #own-list li")).hasSizeGreaterThan(8);
    assertThat(browser.ids()).hasSize(12);
  }

  @Test
  void anOpinionIsRemembered() {
    browser.redraw(() -> browser.one("#newcomer").click());
    browser.visit("#/item/dune");
    browser.redraw(() -> browser.one(".one [data-type=unlike]").click());
    assertThat(browser.one(".one [data-type=unlike]").getDomAttribute("aria-pressed"))
        .isEqualTo("true");
    assertThat(browser.one(".one [data-type=like]").getDomAttribute("aria-pressed"))
        .isEqualTo("false");
  }

  @Test
  void aReaderOfWhomNothingIsKnownIsServed() {
    browser.redraw(() -> browser.one("#newcomer").click());
    assertThat(browser.one(".latest").getText()).contains("of whom nothing is known");
    assertThat(browser.ids()).hasSize(12);
  }

  @Test
  @SuppressWarnings("unchecked")
  void barsSumToTheScore() {
    List<Map<String, Object>> bars =
        (List<Map<String, Object>>)
            browser
                .driver()
                .executeScript(
                    """
                    return [...document.querySelectorAll('.hits .bars')].map(bar => {
                      const parts = [...bar.querySelectorAll('.part')];
                      const sum = values => values.reduce((a, b) => a + b, 0);
                      return {
                        score: Number(bar.dataset.score),
                        sum: sum(parts.map(part => Number(part.dataset.contribution))),
                        drawn: sum(parts.map(part => part.getBoundingClientRect().width)),
                        width: bar.querySelector('.track').getBoundingClientRect().width,
                        shown: Number(bar.querySelector('.score').textContent),
                      };
                    })\
                    """);
    assertThat(bars).hasSize(12);
    double most = number(bars.getFirst(), "score");
    for (Map<String, Object> bar : bars) {
      double score = number(bar, "score");
      assertThat(number(bar, "sum")).isCloseTo(score, within(1e-6));
      assertThat(number(bar, "shown")).isCloseTo(score, within(5e-4));
      assertThat(number(bar, "drawn") / number(bar, "width")).isCloseTo(score / most, within(0.01));
    }
  }

  private static double number(Map<String, Object> bar, String key) {
    return ((Number) bar.get(key)).doubleValue();
  }

  @Test
  void theSumIsShownInFigures() {
    browser.one(".hits .sum summary").click();
    assertThat(browser.all(".hits .hit:first-child .sum tbody tr")).hasSize(6);
    browser.one(".hits .sum .link").click();
    browser.until("document.querySelector('.hits .tree')");
    assertThat(browser.one(".hits .tree").getText()).contains("weighted signals");
  }

  @Test
  void theDomainSwitchShowsFilms() {
    browser.redraw(() -> browser.one("#domains label:nth-of-type(2)").click());
    assertThat(browser.ids()).hasSize(12).allMatch(id -> id.matches(".*-[12]\\d{3}"));
  }

  @Test
  void filtersVarietyAndProfileChangeTheList() {
    List<String> plain = browser.ids();
    browser.redraw(() -> browser.one("#facets input[name=subject]").click());
    List<String> narrow = browser.ids();
    assertThat(narrow).isNotEqualTo(plain);
    assertThat(browser.one("#facets input[name=subject]").isSelected()).isTrue();
    browser.redraw(() -> browser.one("#facets .link").click());
    assertThat(browser.ids()).isEqualTo(plain);
    browser.redraw(() -> browser.one("#diversity").sendKeys(Keys.END));
    List<String> varied = browser.ids();
    assertThat(varied).isNotEqualTo(plain);
    browser.redraw(() -> browser.choose("#profile", "popularity"));
    assertThat(browser.ids()).isNotEqualTo(varied);
    assertThat(browser.one(".foot").getText()).contains("Profile popularity");
  }

  @Test
  void aProfileThatExploresSaysByWhatChanceAndLearns() throws IOException {
    browser.redraw(() -> browser.one("#newcomer").click());
    assertThat(browser.all(".hits .chance")).isEmpty();
    browser.redraw(() -> browser.choose("#profile", "discover"));
    List<String> explored = browser.ids();
    assertThat(browser.all(".hits .chance")).hasSize(12);
    assertThat(browser.one(".hits .chance").getText())
        .matches("Here by chance: \\d+\\.\\d ± \\d\\.\\d %");
    assertThat(browser.one(".code pre").getText()).contains(".profile(\"discover\")", ".seed(");
    browser.redraw(() -> browser.one(".hits [data-type=like]").click());
    Posteriors learned = browser.shop().recommender().posteriors().find("discover");
    assertThat(learned.arms().get(explored.getFirst(), Arm.NONE).sum()).isOne();
    assertThat(learned.arms().get(explored.getLast(), Arm.NONE).sum()).isZero();
    assertThat(learned.arms().get(explored.getLast(), Arm.NONE).pulls()).isPositive();
  }

  @Test
  void whatAllHaveInCommonIsSaidOnce() {
    assertThat(browser.one(".shared").getText()).contains("all of them: you often choose: books");
    assertThat(browser.one(".hits .reasons").getText()).doesNotContain("you often choose");
    browser.redraw(() -> browser.one("#domains label:nth-of-type(3)").click());
    assertThat(browser.one(".hits .reasons").getText()).contains("you often choose: books");
  }

  @Test
  void readersAreSwitched() {
    List<String> gothic = browser.ids();
    browser.redraw(() -> browser.choose("#reader", "reader-space"));
    assertThat(browser.ids()).isNotEqualTo(gothic);
    browser.visit("");
    assertThat(reader()).isEqualTo("reader-space");
  }

  @Test
  void saysWhyNot() {
    WebElement field = browser.one(".whynot input");
    field.sendKeys("emma");
    browser.until("document.querySelector('.whynot [role=option]')");
    field.sendKeys(Keys.ARROW_DOWN, Keys.ENTER);
    browser.until("document.querySelector('.why-result .verdict')");
    assertThat(browser.one(".why-result h3").getText()).isEqualTo("Emma");
    assertThat(browser.one(".why-result .verdict").getText())
        .matches("It is (not )?on this list.*");
    assertThat(browser.one(".why-result .bars .score").getText()).matches("\\d\\.\\d{3}");
  }

  @Test
  void offersTheSameQuestionAsCode() {
    assertThat(browser.one(".code pre").getText()).contains("Request.user(\"reader-gothic\")");
    browser.one(".code [data-kind=cli]").click();
    assertThat(browser.one(".code pre").getText()).startsWith("./kindred recommend --user");
    browser.one(".code [data-kind=cli]").sendKeys(Keys.ARROW_RIGHT);
    assertThat(browser.one(".code pre").getText()).startsWith("POST /_plugins/_kindred/");
  }

  @Test
  void markupInTitlesStaysText() {
    browser.visit("#/item/" + TestShop.HOSTILE);
    assertThat(browser.heading()).isEqualTo(TestShop.MARKUP);
    assertThat(browser.one(".one .about").getText()).startsWith("<img src=x onerror");
    browser.visit("#/search?q=zyzzyva");
    assertThat(browser.one(".hits h3").getText()).isEqualTo(TestShop.MARKUP);
    assertThat(browser.all("main script, main img, main b, main i")).isEmpty();
  }

  @Test
  void whatIsNotThereIsSaid() {
    browser.visit("#/item/atlantis");
    assertThat(browser.one("[role=alert]").getText())
        .isEqualTo("there is no book or film 'atlantis'");
    assertThat(browser.complaints()).isNotEmpty().allMatch(line -> line.contains("404"));
    browser.visit("nothing/here");
    assertThat(browser.heading()).isEqualTo("There is nothing on this shelf");
    assertThat(browser.complaints()).hasSize(1).allMatch(line -> line.contains("404"));
  }

  @Test
  void theKeyboardIsEnough() {
    browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to the list");
    type("drac");
    browser.until("document.querySelector('#q-list [role=option]')");
    browser.one("#q").sendKeys(Keys.ARROW_DOWN);
    assertThat(browser.one("#q").getDomAttribute("aria-activedescendant")).isNotBlank();
    browser.redraw(() -> browser.one("#q").sendKeys(Keys.ENTER));
    assertThat(browser.heading()).isEqualTo("Dracula");
    assertThat(browser.driver().switchTo().activeElement().getTagName()).isEqualTo("h1");
    browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("gothic");
  }
}

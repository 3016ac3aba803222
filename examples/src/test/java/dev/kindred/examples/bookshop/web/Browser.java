package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.TestShop;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A real Chromium without a window, on a shop of its own. Tests are skipped where the machine has
 * no Chromium with its driver; nothing is downloaded.
 */
final class Browser implements Closeable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> BROWSERS =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
  private static final List<String> DRIVERS =
      List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

  private final Bookshop shop;
  private final ShopServer server;
  private final Path profile;
  private final ChromeDriver driver;

  private Browser(Bookshop shop, ShopServer server, Path profile, ChromeDriver driver) {
    this.shop = shop;
    this.server = server;
    this.profile = profile;
    this.driver = driver;
  }

  static Browser open() throws IOException {
    String binary = first("CHROME_BIN", BROWSERS);
    String driver = first("CHROMEDRIVER", DRIVERS);
    assumeTrue(
        binary != null && driver != null,
        "no Chromium with chromedriver here; install them, or name them in CHROME_BIN and"
            + " CHROMEDRIVER, to test the page in a browser");
    Path profile = Files.createTempDirectory("chromium");
    Bookshop shop = TestShop.open();
    return new Browser(
        shop, ShopServer.unhurried(shop, 0), profile, start(binary, driver, profile));
  }

  private static String first(String variable, List<String> usual) {
    return Stream.concat(Stream.of(System.getenv(variable)), usual.stream())
        .filter(Objects::nonNull)
        .filter(path -> Files.isExecutable(Path.of(path)))
        .findFirst()
        .orElse(null);
  }

  private static ChromeDriver start(String binary, String driver, Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(binary);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-prefers-reduced-motion",
        "--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(new File(driver)).build();
    return new ChromeDriver(service, options);
  }

  Bookshop shop() {
    return shop;
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Loads a page afresh, as a new visit. */
  void visit(String path) {
    driver.get("about:blank");
    driver.get(server.url() + path);
    settle();
  }

  /** As a new window would. */
  void forgetSession() {
    if (driver.getCurrentUrl().startsWith(server.url())) {
      driver.executeScript("sessionStorage.clear()");
    }
  }

  /** Until the page has drawn what it was asked for. */
  void settle() {
    until(
        "document.querySelector('main:not([aria-busy=true])[data-drawn]')"
            + " || document.querySelector('.alone')");
  }

  /** Until the expression is true in the page. */
  void until(String expression) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!truth("return !!(" + expression + ")")) {
      assertThat(System.nanoTime()).as("waited for %s", expression).isLessThan(deadline);
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Chooses an option of a select. */
  void choose(String select, String value) {
    one(select + " option[value='" + value + "']").click();
  }

  boolean truth(String script) {
    return Boolean.TRUE.equals(driver.executeScript(script));
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  String heading() {
    return one("h1").getText();
  }

  /** The ids of the list, in its order. */
  @SuppressWarnings("unchecked")
  List<String> ids() {
    return (List<String>)
        driver.executeScript(
            "return [...document.querySelectorAll('.hits [data-id]')].map(n => n.dataset.id)");
  }

  /** Does something that draws the list anew, and waits until it is. */
  void redraw(Runnable action) {
    String before = one("main").getDomAttribute("data-drawn");
    action.run();
    until("document.querySelector('main').dataset.drawn !== '" + before + "'");
    settle();
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  void dark(boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** Fails when the page complained since the last look. */
  void requireNoComplaints() {
    assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
  }

  /** What the page complained of since the last look. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    server.close();
    shop.close();
    IOUtils.deleteFilesIgnoringExceptions(profile);
  }
}

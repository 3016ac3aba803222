package dev.kindred.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Recommender;
import dev.kindred.data.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo as a process of its own, told to stop, or killed, while readers click. */
class DemoProcessTest {
  private static final Pattern URL = Pattern.compile("http://localhost:\\d+/");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path folder;
  private final String reader = "guest-" + UUID.randomUUID().toString().substring(0, 8);
  private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
  private final AtomicInteger sent = new AtomicInteger();

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of("dev.kindred.examples.Main", "demo", "--port", "0", "--dir", folder.toString()));
    return new ProcessBuilder(command).redirectOutput(folder.resolve("out.txt").toFile()).start();
  }

  private static URI url(Process process) throws IOException {
    BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher found = URL.matcher(line);
      if (found.find()) {
        return URI.create(found.group());
      }
    }
    throw new IllegalStateException("the demo ended without serving");
  }

  /** Sends events until the shop is gone. */
  private void click(URI shop, List<String> items) {
    try {
      while (true) {
        int number = sent.getAndIncrement();
        String id = "event-" + number;
        String body =
            String.format(
                Locale.ROOT,
                "{\"user\":\"%s\",\"item\":\"%s\",\"type\":\"view\",\"event_id\":\"%s\"}",
                reader,
                items.get(number % items.size()),
                id);
        HttpRequest request =
            HttpRequest.newBuilder(shop.resolve("/api/events"))
                .header("X-Kindred", "test")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> reply = CLIENT.send(request, BodyHandlers.ofString());
        if (reply.statusCode() == 200
            && new ObjectMapper().readTree(reply.body()).get("acknowledged").asInt() == 1) {
          acknowledged.add(items.get(number % items.size()) + " " + number / items.size());
        } else if (reply.statusCode() == 429) {
          Thread.sleep(20);
        }
      }
    } catch (IOException e) {
      // The shop closed: what it acknowledged until now is what counts.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest(name = "killed at once: {0}")
  @ValueSource(booleans = {false, true})
  void noAcknowledgedEventIsLost(boolean killed) throws Exception {
    Bookshop.open(folder).close();
    List<String> items = Catalogue.load().items().stream().map(item -> item.id()).toList();
    Process process = start();
    try (ExecutorService clients = Executors.newFixedThreadPool(4)) {
      URI shop = url(process);
      for (int i = 0; i < 4; i++) {
        clients.execute(() -> click(shop, items));
      }
      while (acknowledged.size() < 60) {
        assertThat(process.isAlive()).isTrue();
        Thread.sleep(10);
      }
      if (killed) {
        process.destroyForcibly();
      } else {
        process.destroy();
      }
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    if (!killed) {
      assertThat(process.exitValue()).isIn(143, 0);
    }
    assertThat(acknowledged.size()).isBetween(60, 400);
    assertThat(stored()).containsAll(acknowledged);
    assertThat(Files.readString(folder.resolve("out.txt"))).contains("More like Dracula");
  }

  private Set<String> stored() throws IOException {
    Set<String> stored = new TreeSet<>();
    try (Recommender recommender = Recommender.open(folder)) {
      for (Event event : recommender.users().find(reader).orElseThrow().history()) {
        stored.add(event.itemId() + " 0");
      }
    }
    return stored;
  }
}

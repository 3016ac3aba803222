package dev.kindred.tools.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Charts of intervals and of points. */
class PlacesChartTest {
  private static final List<Place> PLACES =
      List.of(
          new Place("als <64>", 0.3, 0.2, 0.02),
          new Place("popularity", 0.1, 0.01, Double.NaN),
          new Place("ease & co", 0.35, 0.4, 0.01));

  private static List<Element> elements(String svg, String tag) throws Exception {
    NodeList found =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)))
            .getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<Double> numbers(List<Element> elements, String attribute) {
    return elements.stream().map(e -> Double.valueOf(e.getAttribute(attribute))).toList();
  }

  @Test
  void intervalsStandInTheOrderOfTheirValues() throws Exception {
    String svg = new IntervalChart("ndcg@10", "ndcg@10", PLACES).svg();
    List<Double> x = numbers(elements(svg, "circle"), "cx");
    assertThat(x.get(1)).isLessThan(x.get(0));
    assertThat(x.get(0)).isLessThan(x.get(2));
    assertThat(numbers(elements(svg, "circle"), "cy")).isSorted();
    assertThat(svg).contains("als &lt;64&gt;", "ease &amp; co", "role=\"img\"");
  }

  @Test
  void anIntervalReachesAsFarToBothSides() throws Exception {
    String svg = new IntervalChart("m", "m", PLACES).svg();
    Element dot = elements(svg, "circle").getFirst();
    Element bar =
        elements(svg, "line").stream()
            .filter(line -> line.getAttribute("y1").equals(dot.getAttribute("cy")))
            .findFirst()
            .orElseThrow();
    double left = Double.parseDouble(bar.getAttribute("x1"));
    double right = Double.parseDouble(bar.getAttribute("x2"));
    assertThat((left + right) / 2)
        .isCloseTo(
            Double.parseDouble(dot.getAttribute("cx")),
            org.assertj.core.api.Assertions.within(0.2));
    assertThat(right - left).isGreaterThan(20);
  }

  @Test
  void pointsStandWhereTheirValuesAre() throws Exception {
    String svg = new ScatterChart("both", "accuracy", "coverage", PLACES).svg();
    List<Element> dots = elements(svg, "circle");
    assertThat(dots).hasSize(3);
    List<Double> y = numbers(dots, "cy");
    assertThat(y.get(2)).isLessThan(y.get(0));
    assertThat(y.get(0)).isLessThan(y.get(1));
    assertThat(numbers(dots, "cx")).allMatch(x -> x >= 72 && x <= 590);
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThatThrownBy(() -> new IntervalChart("m", "m", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ScatterChart("m", "x", "y", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Place("als", Double.NaN, 0, 0)).hasMessageContaining("'als'");
  }
}

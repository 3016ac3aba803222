package dev.kindred.tools.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LineChartTest {
  private static final Series PLAIN =
      new Series("a < b & c", new double[] {0, 50, 100}, new double[] {0, 10, 40}, null);
  private static final Series BAND =
      new Series(
          "with band", new double[] {0, 50, 100}, new double[] {0, 5, 9}, new double[] {1, 2, 3});

  private static Document parsed(LineChart chart) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(chart.svg())));
  }

  private static LineChart chart() {
    return new LineChart("Regret > 0", "steps", "regret", List.of(PLAIN, BAND));
  }

  @Test
  void isWellFormedAndNamesEverything() throws Exception {
    String text = parsed(chart()).getDocumentElement().getTextContent();
    assertThat(text).contains("Regret > 0", "steps", "regret", "a < b & c", "with band", "100");
  }

  @Test
  void drawsEveryCurveInsideTheFrame() throws Exception {
    NodeList curves = parsed(chart()).getElementsByTagName("polyline");
    assertThat(curves.getLength()).isEqualTo(2);
    double[] first = points((Element) curves.item(0));
    assertThat(first).hasSize(6);
    for (int i = 0; i < first.length; i += 2) {
      assertThat(first[i]).isBetween(70.0, 540.0);
      assertThat(first[i + 1]).isBetween(40.0, 370.0);
    }
    // The middle of the horizontal axis, and further up the larger the value.
    assertThat(first[2]).isEqualTo((first[0] + first[4]) / 2);
    assertThat(first[1]).isGreaterThan(first[3]).isGreaterThan(first[5]);
  }

  @Test
  void bandsGoThereAndBack() throws Exception {
    NodeList bands = parsed(chart()).getElementsByTagName("polygon");
    assertThat(bands.getLength()).isEqualTo(1);
    double[] band = points((Element) bands.item(0));
    assertThat(band).hasSize(12);
    assertThat(band[4]).isEqualTo(band[6]);
    assertThat(band[7] - band[5]).isGreaterThan(band[11] - band[1]);
  }

  private static double[] points(Element curve) {
    return List.of(curve.getAttribute("points").split("[ ,]")).stream()
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  @Test
  void theSameChartIsTheSameText() {
    assertThat(chart().svg()).isEqualTo(chart().svg());
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThatThrownBy(() -> new LineChart("", "", "", Collections.nCopies(9, PLAIN)))
        .hasMessageContaining("1 to 8");
    assertThatThrownBy(() -> new Series("s", new double[1], new double[2], null))
        .hasMessageContaining("'s'");
    assertThatThrownBy(() -> new Series("s", new double[1], new double[] {Double.NaN}, null))
        .hasMessageContaining("not finite at point 0");
    assertThatThrownBy(
            () -> new Series("s", new double[1], new double[1], new double[] {Double.NaN}))
        .hasMessage("'s' is not finite at point 0: 0.0, 0.0 ± NaN");
  }
}

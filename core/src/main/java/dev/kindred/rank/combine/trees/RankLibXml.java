package dev.kindred.rank.combine.trees;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * RankLib's XML form of MART and LambdaMART: lines of {@code ##}, then an {@code ensemble} of trees
 * with weights, each of nested splits. Features are numbered from 1 and have no names. Values are
 * floats and go left when they are at most the float threshold; what is missing is 0. The file does
 * not say how much of the training data came to a leaf: contributions take the leaves as equal.
 */
final class RankLibXml {
  /** Splits within splits; newer JDKs would stop at 100 elements. */
  private static final int DEEPEST = 1000;

  private final String file;
  private XMLStreamReader xml;

  RankLibXml(String file) {
    this.file = file;
  }

  /** One tree while it is read; nodes before their children. */
  private static final class Growing {
    final List<Integer> features = new ArrayList<>();
    final List<Float> thresholds = new ArrayList<>();
    final List<Integer> left = new ArrayList<>();
    final List<Integer> right = new ArrayList<>();
    final List<Double> leaves = new ArrayList<>();
  }

  TreeModel read(String text) {
    String body = text.replaceAll("(?m)^##.*$", "");
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.maxElementDepth", DEEPEST + 10);
    try {
      xml = factory.createXMLStreamReader(new StringReader(body));
      return ensemble();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(
          file + ":" + e.getLocation().getLineNumber() + ": is not well-formed: " + firstLine(e),
          e);
    }
  }

  private static String firstLine(XMLStreamException e) {
    return e.getMessage().lines().reduce((a, b) -> b).orElse("");
  }

  private TreeModel ensemble() throws XMLStreamException {
    open("ensemble");
    List<SourceTree> trees = new ArrayList<>();
    int features = 0;
    while (xml.nextTag() == XMLStreamReader.START_ELEMENT) {
      requireName("tree");
      float weight = number(xml.getAttributeValue(null, "weight"));
      Growing tree = new Growing();
      open("split");
      split(tree, 0);
      close("tree");
      trees.add(tree(tree, weight));
      features = Math.max(features, tree.features.stream().mapToInt(f -> f + 1).max().orElse(0));
    }
    ForestBuilder forest = new ForestBuilder(true, features);
    trees.forEach(forest::add);
    return new TreeModel("ranklib", List.of(), forest.build(0));
  }

  private static SourceTree tree(Growing tree, float weight) {
    int size = tree.features.size();
    double[] thresholds = new double[size];
    boolean[] nanLeft = new boolean[size];
    for (int i = 0; i < size; i++) {
      thresholds[i] = Thresholds.atMost(tree.thresholds.get(i));
      nanLeft[i] = 0 <= tree.thresholds.get(i);
    }
    double[] leaves = tree.leaves.stream().mapToDouble(leaf -> leaf * weight).toArray();
    double[] cover = new double[leaves.length];
    Arrays.fill(cover, 1);
    return new SourceTree(
        ints(tree.features), thresholds, nanLeft, ints(tree.left), ints(tree.right), leaves, cover);
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Reads the split that has just been opened, up to its end; returns its place. */
  private int split(Growing tree, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw wrong("more than " + DEEPEST + " splits within one another");
    }
    xml.nextTag();
    if (xml.getLocalName().equals("output")) {
      tree.leaves.add((double) number(xml.getElementText()));
      close("split");
      return ~(tree.leaves.size() - 1);
    }
    int node = tree.features.size();
    requireName("feature");
    float feature = number(xml.getElementText());
    if (feature < 1 || feature != (int) feature) {
      throw wrong("feature " + feature + ", expected a whole number from 1");
    }
    tree.features.add((int) feature - 1);
    open("threshold");
    tree.thresholds.add(number(xml.getElementText()));
    tree.left.add(0);
    tree.right.add(0);
    tree.left.set(node, side(tree, "left", depth));
    tree.right.set(node, side(tree, "right", depth));
    close("split");
    return node;
  }

  private int side(Growing tree, String position, int depth) throws XMLStreamException {
    open("split");
    String found = xml.getAttributeValue(null, "pos");
    if (!position.equals(found)) {
      throw wrong("pos is " + found + ", expected " + position);
    }
    return split(tree, depth + 1);
  }

  private void open(String name) throws XMLStreamException {
    if (xml.nextTag() != XMLStreamReader.START_ELEMENT) {
      throw wrong("</" + xml.getLocalName() + ">, expected <" + name + ">");
    }
    requireName(name);
  }

  private void close(String name) throws XMLStreamException {
    if (xml.nextTag() != XMLStreamReader.END_ELEMENT) {
      throw wrong("<" + xml.getLocalName() + ">, expected </" + name + ">");
    }
  }

  private void requireName(String name) {
    if (!xml.getLocalName().equals(name)) {
      throw wrong("<" + xml.getLocalName() + ">, expected <" + name + ">");
    }
  }

  private float number(String text) {
    try {
      return Float.parseFloat(text == null ? "" : text.strip());
    } catch (NumberFormatException e) {
      throw wrong("\"" + text + "\" is no number");
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(
        file + ":" + xml.getLocation().getLineNumber() + ": " + what);
  }
}

package dev.kindred.benchmarks.build;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.store.Directory;

/**
 * What an index holds, coarsely: enough to tell that two writers were given the same documents.
 *
 * @param documents how many there are
 * @param fields how each field is indexed, and how much of it there is
 */
record IndexFacts(int documents, Map<String, String> fields) {

  static IndexFacts of(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> fields = new TreeMap<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        for (FieldInfo field : leaf.reader().getFieldInfos()) {
          Terms terms = MultiTerms.getTerms(reader, field.name);
          fields.put(field.name, shape(field) + (terms == null ? "" : size(terms)));
        }
      }
      return new IndexFacts(reader.numDocs(), fields);
    }
  }

  private static String shape(FieldInfo field) {
    return field.getIndexOptions()
        + (field.omitsNorms() ? " without norms" : "")
        + ", doc values "
        + field.getDocValuesType()
        + ", points "
        + field.getPointDimensionCount()
        + ", vectors "
        + field.getVectorDimension();
  }

  private static String size(Terms terms) throws IOException {
    return ", terms in all " + terms.getSumTotalTermFreq() + ", documents " + terms.getDocCount();
  }

  /**
   * @throws IllegalStateException saying how the other index differs
   */
  void requireEqual(IndexFacts other) {
    if (!equals(other)) {
      Map<String, String> differing = new TreeMap<>(fields);
      differing.entrySet().removeAll(other.fields.entrySet());
      Map<String, String> theirs = new TreeMap<>(other.fields);
      theirs.entrySet().removeAll(fields.entrySet());
      throw new IllegalStateException(
          "the two indexes differ, so that their times cannot be compared: "
              + documents
              + " "
              + differing
              + " against "
              + other.documents
              + " "
              + theirs);
    }
  }
}

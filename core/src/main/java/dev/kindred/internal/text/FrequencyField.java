package dev.kindred.internal.text;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;

/**
 * A field whose terms have given frequencies, indexed without being repeated that often. Lucene
 * bounds the sum of a document's frequencies by 2³¹−1.
 */
public final class FrequencyField {
  private static final FieldType WITH_NORMS = type(false);
  private static final FieldType WITHOUT_NORMS = type(true);

  private FrequencyField() {}

  /**
   * @param frequencies by term, each at least 1
   * @param norms whether the index keeps the document's length
   */
  public static IndexableField of(String field, Map<String, Integer> frequencies, boolean norms) {
    return new Field(field, new Tokens(frequencies), norms ? WITH_NORMS : WITHOUT_NORMS);
  }

  private static FieldType type(boolean omitNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }

  private static final class Tokens extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final List<Map.Entry<String, Integer>> entries;
    private int next;

    Tokens(Map<String, Integer> frequencies) {
      entries = List.copyOf(frequencies.entrySet());
    }

    @Override
    public boolean incrementToken() {
      if (next == entries.size()) {
        return false;
      }
      clearAttributes();
      Map.Entry<String, Integer> entry = entries.get(next++);
      term.setEmpty().append(entry.getKey());
      frequency.setTermFrequency(entry.getValue());
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}

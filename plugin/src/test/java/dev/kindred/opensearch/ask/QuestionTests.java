package dev.kindred.opensearch.ask;

import java.io.IOException;
import org.opensearch.common.io.stream.BytesStreamOutput;
import org.opensearch.core.common.io.stream.StreamInput;
import org.opensearch.core.common.io.stream.Writeable;
import org.opensearch.test.AbstractWireSerializingTestCase;

public class QuestionTests extends AbstractWireSerializingTestCase<Question> {
  @Override
  protected Question createTestInstance() {
    return RandomQuestions.question();
  }

  @Override
  protected Writeable.Reader<Question> instanceReader() {
    return Question::new;
  }

  @Override
  protected Question mutateInstance(Question question) {
    return randomBoolean()
        ? new Question(question.ask(), !question.reasons(), question.resolved(), null, null)
        : new Question(
            question.ask(),
            question.reasons(),
            question.resolved() == null ? RandomQuestions.resolved() : null,
            null,
            null);
  }

  public void testNothingIsLeftOver() throws IOException {
    try (BytesStreamOutput out = new BytesStreamOutput()) {
      createTestInstance().writeTo(out);
      try (StreamInput in = out.bytes().streamInput()) {
        assertNotNull(new Question(in).ask());
        assertEquals(-1, in.read());
      }
    }
  }

  public void testAnotherLayoutIsRefused() throws IOException {
    try (BytesStreamOutput out = new BytesStreamOutput()) {
      out.writeVInt(Question.WIRE + 1);
      IOException problem =
          expectThrows(IOException.class, () -> new Question(out.bytes().streamInput()));
      assertTrue(problem.getMessage(), problem.getMessage().contains("different releases"));
    }
  }
}

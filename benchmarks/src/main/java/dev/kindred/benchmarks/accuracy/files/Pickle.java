package dev.kindred.benchmarks.accuracy.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Python's pickles of protocol 2, as far as lists, tuples, dictionaries, integers, text and NumPy's
 * integers and object arrays need. Nothing is ever called: what a pickle asks to be called stays a
 * {@link Call}, but for NumPy's integers, which become numbers.
 */
final class Pickle {
  private static final String SCALAR = "multiarray scalar";
  private static final Object MARK = new Object();

  private final ByteBuffer in;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  /**
   * A call that was asked for.
   *
   * @param function by module and name
   * @param state that the result was to be given; filled in later
   */
  record Call(Object function, List<?> arguments, List<Object> state) {}

  private Pickle(ByteBuffer in) {
    this.in = in;
  }

  /** The object inside an array of no dimensions. */
  static Object read(ByteBuffer in) throws IOException {
    in.order(ByteOrder.LITTLE_ENDIAN);
    Object read = new Pickle(in).run();
    if (read instanceof Call array
        && !array.state.isEmpty()
        && ((List<?>) array.state.getFirst()).getLast() instanceof List<?> values
        && values.size() == 1) {
      return values.getFirst();
    }
    throw new IOException("the pickle holds " + read + ", expected an array of one object");
  }

  private Object run() throws IOException {
    while (true) {
      int code = in.get() & 0xFF;
      if (code == '.') {
        return pop();
      }
      step(code);
    }
  }

  private void step(int code) throws IOException {
    switch (code) {
      case 0x80 -> in.get();
      case 'c' -> push(line() + " " + line());
      case 'q' -> memo.put(in.get() & 0xFF, peek());
      case 'r' -> memo.put(in.getInt(), peek());
      case 'h' -> push(memo.get(in.get() & 0xFF));
      case 'j' -> push(memo.get(in.getInt()));
      case 'J' -> push((long) in.getInt());
      case 'K' -> push((long) (in.get() & 0xFF));
      case 'M' -> push((long) (in.getShort() & 0xFFFF));
      case 'X' -> push(text(in.getInt()));
      case 'N' -> push("None");
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      default -> collect(code);
    }
  }

  private void collect(int code) throws IOException {
    switch (code) {
      case '(' -> push(MARK);
      case ')' -> push(List.of());
      case ']' -> push(new ArrayList<>());
      case '}' -> push(new LinkedHashMap<>());
      case 0x85 -> push(last(1));
      case 0x86 -> push(last(2));
      case 0x87 -> push(last(3));
      case 't' -> push(marked());
      case 'a' -> add(last(1));
      case 'e' -> add(marked());
      case 'u' -> put(marked());
      case 'R' -> call();
      case 'b' -> build();
      default ->
          throw new IOException(
              String.format(
                  Locale.ROOT,
                  "opcode 0x%02x at byte %d is none of those that are known",
                  code,
                  in.position() - 1));
    }
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    return stack.removeLast();
  }

  private Object peek() {
    return stack.getLast();
  }

  private List<Object> last(int count) {
    Deque<Object> values = new ArrayDeque<>();
    for (int i = 0; i < count; i++) {
      values.addFirst(pop());
    }
    return List.copyOf(values);
  }

  private List<Object> marked() {
    List<Object> values = last(stack.size() - 1 - stack.lastIndexOf(MARK));
    pop();
    return values;
  }

  @SuppressWarnings("unchecked") // a list under construction holds anything
  private void add(List<Object> values) {
    ((List<Object>) peek()).addAll(values);
  }

  @SuppressWarnings("unchecked") // a dictionary under construction holds anything
  private void put(List<Object> pairs) {
    Map<Object, Object> map = (Map<Object, Object>) peek();
    for (int i = 0; i < pairs.size(); i += 2) {
      map.put(pairs.get(i), pairs.get(i + 1));
    }
  }

  private void call() {
    List<?> arguments = (List<?>) pop();
    Object function = pop();
    push(
        function instanceof String name && name.endsWith(SCALAR)
            ? number((Call) arguments.get(1))
            : new Call(function, arguments, new ArrayList<>()));
  }

  /** A little-endian integer whose bytes are the characters of a text. */
  private static Object number(Call encoded) {
    String bytes = (String) encoded.arguments.getFirst();
    long number = 0;
    for (int i = bytes.length() - 1; i >= 0; i--) {
      number = number << 8 | bytes.charAt(i);
    }
    return number;
  }

  private void build() {
    Object state = pop();
    if (peek() instanceof Call call) {
      call.state.add(state);
    }
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (char c = (char) in.get(); c != '\n'; c = (char) in.get()) {
      line.append(c);
    }
    return line.toString();
  }

  private String text(int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package dev.kindred.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names a schema uses, and the rules they obey. */
record FieldNames(
    List<String> text,
    List<String> keywords,
    List<String> numbers,
    String time,
    String domain,
    Set<String> vectors) {

  Set<String> all() {
    return require().keySet();
  }

  /** Role by name, twins of keyword fields not included. */
  Map<String, String> require() {
    Map<String, String> roles = new LinkedHashMap<>();
    text.forEach(name -> take(roles, name, "text"));
    keywords.forEach(name -> take(roles, name, "keyword"));
    numbers.forEach(name -> take(roles, name, "number"));
    if (time != null) {
      take(roles, time, "time");
    }
    if (domain != null) {
      take(roles, domain, "domain");
    }
    vectors.forEach(name -> take(roles, name, "vector"));
    for (String keyword : keywords) {
      String twin = Schema.words(keyword);
      if (roles.containsKey(twin)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "field '%s' is where the words of keyword field '%s' are kept; rename one of them",
                twin,
                keyword));
      }
    }
    return roles;
  }

  private static void take(Map<String, String> roles, String name, String role) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a " + role + " field has an empty name");
    }
    if (name.startsWith("_") || name.startsWith(Schema.MODEL)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s field '%s': names starting with '_' or '%s' are reserved; rename the field",
              role,
              name,
              Schema.MODEL));
    }
    String before = roles.putIfAbsent(name, role);
    if (before != null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "field '%s' is named twice, as %s and as %s; a field has one meaning",
              name,
              before,
              role));
    }
  }
}

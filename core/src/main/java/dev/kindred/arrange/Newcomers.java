package dev.kindred.arrange;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Another arranger for those of whom little is known: explores with newcomers, for whom a ranking
 * is a guess, and leaves the rankings of others alone.
 *
 * @param events up to so many events in the history make a newcomer; 5 when absent
 * @param explore what arranges their rankings, such as {@code thompson}
 */
record Newcomers(
    Integer events,
    @JsonDeserialize(using = Read.class) @JsonSerialize(using = Written.class) Arranger explore)
    implements Arranger {
  private static final int FEW = 5;

  Newcomers {
    events = events == null ? (Integer) FEW : events;
    Objects.requireNonNull(explore, "newcomers need an arranger: explore");
    if (events < 0) {
      throw new IllegalArgumentException("events must be at least 0, was " + events);
    }
  }

  @Override
  public int pool(Request request) {
    return explore.pool(request);
  }

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    return request.user().history().size() > events ? ranked : explore.arrange(ranked, request);
  }

  @Override
  public Optional<Bandit> learning() {
    return explore.learning();
  }

  static final class Read extends JsonDeserializer<Arranger> {
    @Override
    public Arranger deserialize(JsonParser json, DeserializationContext context)
        throws IOException {
      return Arrangers.JSON.read(context.readTree(json));
    }
  }

  static final class Written extends JsonSerializer<Arranger> {
    @Override
    public void serialize(Arranger arranger, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeTree(Arrangers.JSON.write(arranger));
    }
  }
}

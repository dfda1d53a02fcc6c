// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.instrument.decision.Decision;
import lat.enlace.instrument.decision.Obligation;
import lat.enlace.instrument.decision.Reason;
import lat.enlace.model.clock.Term;
import lat.enlace.model.dispatch.HitBody;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Values as they stand in the store: a version byte, then JSON of the record, sets and maps in
/// ascending order (invariant I12: a set that is copied has another order in every process). Inside
/// one node only; what travels between nodes has its own exact form. A list, a set, a number or a
/// truth that a later build added to a record is empty, 0 or false in rows from before it.
public final class Stored {
  private static final int VERSION = 1;
  private static final JsonSetter.Value ABSENT_IS_EMPTY =
      JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
  private static final JsonMapper JSON = mapper();

  private Stored() {}

  /// The stored form of a record.
  public static Bytes of(Object value) {
    return Bytes.concat(Bytes.of(VERSION), Bytes.copyOf(JSON.writeValueAsBytes(value)));
  }

  /// The record stored.
  ///
  /// @throws StoreException with code CORRUPT if it is not one
  public static <T> T read(Bytes stored, Class<T> type) {
    if (stored.isEmpty() || stored.at(0) != VERSION) {
      throw new StoreException(StoreException.Code.CORRUPT);
    }
    try {
      return JSON.readValue(stored.slice(1, stored.size()).toArray(), type);
    } catch (JacksonException e) {
      // The cause may quote the value, so it is left behind.
      throw new StoreException(StoreException.Code.CORRUPT);
    }
  }

  private static JsonMapper mapper() {
    SimpleModule bytes = new SimpleModule("bytes");
    bytes.addSerializer(Bytes.class, new BytesWriter());
    bytes.addDeserializer(Bytes.class, new BytesReader());
    bytes.addSerializer(new SetWriter());
    return JsonMapper.builder()
        .addModule(bytes)
        .addMixIn(Decision.class, Named.class)
        .addMixIn(Reason.class, Named.class)
        .addMixIn(Obligation.class, Named.class)
        .addMixIn(Term.class, Named.class)
        .registerSubtypes(Term.Elapsed.class, Term.WorkingDays.class)
        .addMixIn(HitBody.Outcome.class, Named.class)
        .registerSubtypes(
            HitBody.Outcome.NoHit.class, HitBody.Outcome.Hit.class, HitBody.Outcome.Refused.class)
        .registerSubtypes(Decision.Permit.class, Decision.Escalate.class, Decision.Refuse.class)
        .registerSubtypes(Reason.OfGate.class, Reason.OfClause.class, Reason.OfDefault.class)
        .registerSubtypes(
            Obligation.Handle.class,
            Obligation.AnswerWithin.class,
            Obligation.Keep.class,
            Obligation.LogReadings.class)
        .withConfigOverride(List.class, every -> every.setNullHandling(ABSENT_IS_EMPTY))
        .withConfigOverride(Set.class, every -> every.setNullHandling(ABSENT_IS_EMPTY))
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .changeDefaultVisibility(all ->
            all.withFieldVisibility(Visibility.ANY)
                .withGetterVisibility(Visibility.NONE)
                .withIsGetterVisibility(Visibility.NONE)
                .withSetterVisibility(Visibility.NONE))
        .build();
  }

  /// Sealed types are told apart by the simple name of the record.
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  private static final class BytesWriter extends ValueSerializer<Bytes> {
    @Override
    public void serialize(Bytes value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.base64());
    }
  }

  private static final class SetWriter extends ValueSerializer<Set<?>> {
    @Override
    public Class<?> handledType() {
      return Set.class;
    }

    @Override
    public void serialize(Set<?> value, JsonGenerator out, SerializationContext context) {
      out.writeStartArray();
      value.stream().sorted().forEach(one -> context.writeValue(out, one));
      out.writeEndArray();
    }
  }

  private static final class BytesReader extends ValueDeserializer<Bytes> {
    @Override
    public Bytes deserialize(JsonParser in, DeserializationContext context) {
      try {
        return Bytes.fromBase64(in.getString());
      } catch (MalformedBytesException e) {
        throw new StoreException(StoreException.Code.CORRUPT, e);
      }
    }
  }
}

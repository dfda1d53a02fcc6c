// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.Coded;
import lat.enlace.wire.WireException;
import lat.enlace.wire.WireException.Code;
import lat.enlace.wire.WireTime;

/// Reads the fields of one object by name and remembers which were read; {@link #finish} refuses
/// the rest. Every field asked for must be there.
final class Fields {
  private final Json.Obj object;
  private final Set<String> read = new HashSet<>();

  Fields(Json.Obj object) {
    this.object = object;
  }

  /// Refuses fields nobody asked for.
  void finish() throws WireException {
    if (!read.containsAll(object.fields().keySet())) {
      throw new WireException(Code.UNKNOWN_FIELD);
    }
  }

  Fields object(String name) throws WireException {
    return fields(value(name));
  }

  String text(String name) throws WireException {
    return text(value(name));
  }

  int whole(String name, int max) throws WireException {
    if (value(name) instanceof Json.Whole(long number) && number >= 0 && number <= max) {
      return (int) number;
    }
    throw new WireException(Code.VALUE_INVALID);
  }

  boolean bool(String name) throws WireException {
    if (value(name) instanceof Json.Bool(boolean flag)) {
      return flag;
    }
    throw new WireException(Code.VALUE_INVALID);
  }

  Instant time(String name) throws WireException {
    return WireTime.parse(text(name));
  }

  Bytes base64(String name) throws WireException {
    try {
      return Bytes.fromBase64(text(name));
    } catch (MalformedBytesException e) {
      throw new WireException(Code.VALUE_INVALID);
    }
  }

  Hash hash(String name) throws WireException {
    try {
      return Hash.parse(base64(name));
    } catch (MalformedBytesException e) {
      throw new WireException(Code.VALUE_INVALID);
    }
  }

  <E extends Enum<E> & Coded> E coded(String name, Class<E> type) throws WireException {
    return member(text(name), type);
  }

  /// A list of codes, none twice.
  <E extends Enum<E> & Coded> Set<E> codes(String name, Class<E> type) throws WireException {
    Set<E> codes = EnumSet.noneOf(type);
    for (Json item : items(name)) {
      if (!codes.add(member(text(item), type))) {
        throw new WireException(Code.VALUE_INVALID);
      }
    }
    return codes;
  }

  List<String> texts(String name) throws WireException {
    List<String> texts = new ArrayList<>();
    for (Json item : items(name)) {
      texts.add(text(item));
    }
    return texts;
  }

  List<Fields> objects(String name) throws WireException {
    List<Fields> objects = new ArrayList<>();
    for (Json item : items(name)) {
      objects.add(fields(item));
    }
    return objects;
  }

  /// The names present, for objects whose field names are codes.
  Set<String> names() {
    return Set.copyOf(object.fields().keySet());
  }

  /// The member of a closed list with {@code code}.
  static <E extends Enum<E> & Coded> E member(String code, Class<E> type) throws WireException {
    return Coded.find(type, code).orElseThrow(() -> new WireException(Code.VALUE_INVALID));
  }

  private List<Json> items(String name) throws WireException {
    if (value(name) instanceof Json.Arr(List<Json> items)) {
      return items;
    }
    throw new WireException(Code.VALUE_INVALID);
  }

  private Json value(String name) throws WireException {
    Json value = object.fields().get(name);
    if (value == null) {
      throw new WireException(Code.MISSING_FIELD);
    }
    read.add(name);
    return value;
  }

  private static Fields fields(Json value) throws WireException {
    if (value instanceof Json.Obj child) {
      return new Fields(child);
    }
    throw new WireException(Code.VALUE_INVALID);
  }

  private static String text(Json value) throws WireException {
    if (value instanceof Json.Text(String text)) {
      return text;
    }
    throw new WireException(Code.VALUE_INVALID);
  }
}

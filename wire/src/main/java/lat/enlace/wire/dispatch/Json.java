// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The part of JSON that dispatches use: no null, no fraction.
sealed interface Json {
  /// An object, fields in their order.
  record Obj(Map<String, Json> fields) implements Json {
    /// Copies, keeping the order.
    public Obj {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// An object without fields.
    static Obj empty() {
      return new Obj(Map.of());
    }

    /// This object with one field more.
    Obj with(String name, Json value) {
      Map<String, Json> more = new LinkedHashMap<>(fields);
      more.put(name, value);
      return new Obj(more);
    }

    /// This object with one text field more.
    Obj with(String name, String value) {
      return with(name, new Text(value));
    }
  }

  /// An array.
  record Arr(List<Json> items) implements Json {}

  /// A string.
  record Text(String value) implements Json {
    @Override
    public String toString() {
      return "Text[]";
    }
  }

  /// A whole number.
  record Whole(long value) implements Json {}

  /// True or false.
  record Bool(boolean value) implements Json {}
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.gateway.Source;
import lat.enlace.instrument.InstrumentText;
import lat.enlace.node.config.DataFolder;
import lat.enlace.note.Note;

/// The types untrusted input arrives in.
final class Inputs {
  private static final Set<Class<?>> PLAIN =
      Set.of(Bytes.class, byte[].class, String.class, CharSequence.class, InputStream.class);

  /// Ports, what another parser let through first, and the folder of a node with its settings.
  private static final Set<Class<?>> WRAPPED =
      Set.of(Source.class, Source.Part.class, InstrumentText.class, Note.class, DataFolder.class);

  private Inputs() {}

  static boolean isRaw(Class<?> type) {
    return PLAIN.contains(type) || WRAPPED.contains(type);
  }

  /// True for what can be made of any input without an adapter.
  static boolean isPlain(Class<?> type) {
    return PLAIN.contains(type);
  }

  static Object as(Class<?> type, byte[] data) {
    if (type == Bytes.class) {
      return Bytes.copyOf(data);
    }
    if (type == byte[].class) {
      return data;
    }
    if (type == InputStream.class) {
      return new ByteArrayInputStream(data);
    }
    return text(data);
  }

  /// UTF-8 where it is; else Latin-1, which maps every byte to a character, where UTF-8 would turn
  /// most of them into replacement marks.
  static String text(byte[] data) {
    return isUtf8(data)
        ? new String(data, StandardCharsets.UTF_8)
        : new String(data, StandardCharsets.ISO_8859_1);
  }

  private static boolean isUtf8(byte[] data) {
    return Arrays.equals(
        new String(data, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8), data);
  }
}

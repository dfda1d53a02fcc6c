// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import lat.enlace.model.Coded;
import org.jspecify.annotations.Nullable;

/// Reads what a request gives into types, or names the field that does not fit.
final class Given {
  private Given() {}

  static <E extends Enum<E> & Coded> E code(Class<E> type, @Nullable String code, String field)
      throws ApiException {
    return Coded.find(type, text(code, field)).orElseThrow(() -> new ApiException(field));
  }

  static <E extends Enum<E> & Coded> Set<E> codes(
      Class<E> type, @Nullable List<String> codes, String field) throws ApiException {
    Set<E> found = EnumSet.noneOf(type);
    for (String code : codes == null ? List.<String>of() : codes) {
      found.add(code(type, code, field));
    }
    return found;
  }

  /// A value of an identifier type, whose constructor refuses a wrong form.
  static <T> T as(Function<String, T> form, @Nullable String value, String field)
      throws ApiException {
    try {
      return form.apply(text(value, field));
    } catch (IllegalArgumentException e) {
      throw new ApiException(field);
    }
  }

  static String text(@Nullable String value, String field) throws ApiException {
    if (value == null) {
      throw new ApiException(field);
    }
    return value;
  }

  static <T extends @Nullable Object> List<T> list(@Nullable List<T> values, String field)
      throws ApiException {
    if (values == null) {
      throw new ApiException(field);
    }
    return values;
  }

  /// Texts, or none; each of them there.
  static List<String> texts(@Nullable List<@Nullable String> values, String field)
      throws ApiException {
    List<String> texts = new ArrayList<>();
    for (String value : values == null ? List.<@Nullable String>of() : values) {
      texts.add(text(value, field));
    }
    return texts;
  }

  /// What the caller typed, or nothing: emptiness is for the gates to judge.
  static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.record;

import java.util.HexFormat;
import java.util.List;

/// Keys of rows, so formed that the order of keys is the order of what they name.
public final class Keys {
  private Keys() {}

  /// A number that is not negative, as 16 hexadecimal digits.
  public static String number(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("keys order numbers from 0");
    }
    return HexFormat.of().toHexDigits(value);
  }

  /// The number of {@link #number}.
  public static long number(String digits) {
    return HexFormat.fromHexDigitsToLong(digits);
  }

  /// Parts of a key, joined. No part but the first holds a space.
  public static String of(Object... parts) {
    StringBuilder key = new StringBuilder();
    for (Object part : parts) {
      if (!key.isEmpty()) {
        key.append(' ');
      }
      key.append(part instanceof Long number ? number(number) : part.toString());
    }
    return key.toString();
  }

  /// The part at {@code index}, from 0.
  public static String part(String key, int index) {
    return List.of(key.split(" ", -1)).get(index);
  }

  /// The last part.
  public static String last(String key) {
    return key.substring(key.lastIndexOf(' ') + 1);
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.node;

import java.util.regex.Pattern;

/// Where a node can be reached: {@code https://host} or {@code https://host:port}.
public record Endpoint(String value) {
  private static final Pattern FORM =
      Pattern.compile("https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[1-9][0-9]{0,4})?");
  private static final int MAX_LENGTH = 200;

  /// Checks the form.
  public Endpoint {
    if (value.length() > MAX_LENGTH || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not an endpoint");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

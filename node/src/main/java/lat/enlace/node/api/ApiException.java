// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

/// A request that cannot be understood. Names the field, never its value.
final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  ApiException(String field) {
    super("not understood: " + field);
    this.field = field;
  }

  String field() {
    return field;
  }
}

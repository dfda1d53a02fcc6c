// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// An article of national law, prefixed with the state, for instance {@code CO:CP 376}.
public record ArticleRef(String value) implements Comparable<ArticleRef> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}:[A-Za-z0-9][A-Za-z0-9 ./§-]*");
  private static final int MAX_LENGTH = 80;

  /// Checks the form.
  public ArticleRef {
    Form.check(value, FORM, MAX_LENGTH, "article reference");
  }

  @Override
  public int compareTo(ArticleRef other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.regex.Pattern;

/// A use of an item beyond reading it, for which its originator is asked (docs/spec/consents.md).
public enum ItemUse implements Coded {
  /// Handed on to a third state, or to one agency of it: {@code BR}, {@code br-policia}.
  ONWARD("onward", "[A-Z]{2}|[a-z]{2}(-[a-z0-9]+)+", 64),
  /// Used in one judicial proceeding, as its court names it: words, numbers and marks between them.
  COURT("court", "[\\p{L}\\p{N}](?:[\\p{L}\\p{N} .,:/()-]*[\\p{L}\\p{N}).])?", 120);

  private final String code;
  private final Pattern addressee;
  private final int longest;

  ItemUse(String code, String addressee, int longest) {
    this.code = code;
    this.addressee = Pattern.compile(addressee);
    this.longest = longest;
  }

  @Override
  public String code() {
    return code;
  }

  /// True if {@code to} names whom an item may be asked for under this use.
  public boolean names(String to) {
    return to.length() <= longest && addressee.matcher(to).matches();
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.read;

/// What whoever sent a question, a follow-up or an inquiry knows by now of what came of it.
public enum Answered {
  /// It waits for a person.
  NOT_YET,
  /// No more than that there was nothing to tell: whoever looks at it now says more than that.
  WITH_NOTHING,
  /// A hit, a disclosure, a finding: that people look at it is no news.
  WITH_SOMETHING
}

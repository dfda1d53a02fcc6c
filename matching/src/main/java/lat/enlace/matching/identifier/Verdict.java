// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import lat.enlace.model.PersonalData;

/// What a check found.
///
/// @param valid whether the number could have been issued
/// @param normalised without separators, as it is stored and compared; empty if not valid
/// @param reason why not, {@link Fault#NONE} if valid
@PersonalData
public record Verdict(boolean valid, String normalised, Fault reason) {
  static Verdict of(String number, Fault fault) {
    boolean valid = fault == Fault.NONE;
    return new Verdict(valid, valid ? number : "", fault);
  }

  @Override
  public String toString() {
    return "Verdict[" + reason.code() + "]";
  }
}

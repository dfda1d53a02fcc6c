// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.dispatch;

import java.util.Collection;
import java.util.List;
import lat.enlace.model.Coded;

/// Arrays of a dispatch. Sets are written in the order of their closed list, because the order in
/// which Java walks a set differs from run to run (invariant I12).
final class Lists {
  private Lists() {}

  static <E extends Enum<E> & Coded> Json.Arr codes(Collection<E> codes) {
    return texts(codes.stream().sorted().map(Coded::code).toList());
  }

  static Json.Arr texts(List<String> texts) {
    return new Json.Arr(texts.stream().<Json>map(Json.Text::new).toList());
  }
}

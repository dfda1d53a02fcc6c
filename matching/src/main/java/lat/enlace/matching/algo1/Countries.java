// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.algo1;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lat.enlace.matching.algo1.name.Fold;
import lat.enlace.matching.algo1.name.Tables;

/// Country names and nationalities put to ISO 3166-1 alpha-2 codes in lower case.
final class Countries {
  private final Map<String, String> codes = new HashMap<>();
  private final Fold fold = new Fold();

  Countries() {
    for (List<String> row : Tables.rows("countries.txt")) {
      row.forEach(name -> codes.putIfAbsent(name, row.getFirst()));
    }
  }

  /// The code; empty if the text names no country known here.
  Optional<String> code(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    String direct = codes.get(plain);
    if (direct != null) {
      return Optional.of(direct);
    }
    Optional<String> whole = find(text);
    return whole.isPresent() ? whole : find(text.replaceAll("[(\\[,;/].*$", ""));
  }

  private Optional<String> find(String text) {
    List<String> words = fold.words(text).stream().filter(w -> !w.equals(",")).toList();
    String joined = String.join("-", words);
    String code = codes.get(joined);
    if (code == null) {
      code =
          codes.get(
              joined.replaceFirst(
                  "^(the-)?(islamic-|federal-)?(republic|republica|kingdom|state)-(of|de)-", ""));
    }
    return Optional.ofNullable(code);
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.ask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lat.enlace.exchange.Standings;
import lat.enlace.instrument.CoveredOffence;
import lat.enlace.instrument.Standing;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Ground;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.OffenceCode;

/// What the form of a question offers, by the agreements in hand.
///
/// @param partners with how each stands, in the order of their ids
/// @param offences code and title, in the order of codes
public record Choices(List<Partner> partners, Map<String, String> offences) {
  private static final Set<Ground> NEVER =
      EnumSet.of(
          Ground.MIGRATION_STATUS,
          Ground.CROSSING_PLACE,
          Ground.SHELTER,
          Ground.ASYLUM_FILE,
          Ground.NATIONALITY,
          Ground.OPINION,
          Ground.OFFICE,
          Ground.APPEARANCE,
          Ground.DESIGNATION);

  /// A partner that can be asked.
  public record Partner(NodeId node, Standing standing) {}

  /// Copies the list.
  public Choices {
    partners = List.copyOf(partners);
  }

  static Choices of(List<Standings.Adopted> adopted, Language language) {
    Map<NodeId, Standing> partners = new TreeMap<>();
    Map<OffenceCode, String> titles = new TreeMap<>();
    for (Standings.Adopted one : adopted) {
      partners.merge(
          one.partner(),
          one.standing(),
          (first, second) -> first.level().reaches(second.level()) ? first : second);
      for (CoveredOffence offence : one.instrument().terms().offences()) {
        titles.putIfAbsent(offence.code(), offence.title().in(language));
      }
    }
    Map<String, String> offences = new LinkedHashMap<>();
    titles.forEach((code, title) -> offences.put(code.value(), title));
    List<Partner> rows = new ArrayList<>();
    partners.forEach((node, standing) -> rows.add(new Partner(node, standing)));
    return new Choices(rows, offences);
  }

  /// Grounds that can open a question.
  public List<Ground> grounds() {
    return Arrays.stream(Ground.values())
        .filter(ground -> !NEVER.contains(ground) && ground != Ground.FAMILY_REQUEST)
        .toList();
  }

  /// Grounds that never open one: the form names them, the gates refuse them.
  public List<Ground> neverGrounds() {
    return List.copyOf(NEVER);
  }

  /// Categories that can be wanted; whereabouts have a way of their own.
  public List<DataCategory> categories() {
    return Arrays.stream(DataCategory.values())
        .filter(category -> category != DataCategory.WHEREABOUTS)
        .toList();
  }
}

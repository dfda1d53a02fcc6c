// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.item.Categories;
import lat.enlace.model.ActionCode;
import lat.enlace.model.Coded;
import lat.enlace.model.DataCategory;
import lat.enlace.model.Grading;
import lat.enlace.model.Ground;
import lat.enlace.model.HandlingCode;
import lat.enlace.model.InformationGrade;
import lat.enlace.model.SourceGrade;
import lat.enlace.model.StatementKind;
import lat.enlace.model.entity.Property;
import lat.enlace.model.entity.Schema;
import lat.enlace.model.entity.Statement;
import lat.enlace.workbench.ask.ClosedLists;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/// Statements typed row by row, each with its own grading and source.
public final class StatementRows {
  /// Rows of a form.
  public static final int ROWS = 6;

  private StatementRows() {}

  /// What the boxes of such a form offer, and the closed lists around them.
  public static void offer(Model model) {
    model.addAttribute("lists", new ClosedLists());
    model.addAttribute("grounds", Ground.values());
    model.addAttribute("schemas", Schema.values());
    model.addAttribute("rows", ROWS);
    model.addAttribute("properties", Categories.properties(EnumSet.allOf(DataCategory.class)));
    model.addAttribute("handlings", HandlingCode.values());
    model.addAttribute("actions", ActionCode.values());
  }

  /// The statements of the rows that are filled in.
  ///
  /// @throws ExchangeException with code INVALID_FORM if one of them is half filled in
  public static List<Statement> read(Map<String, String> typed, Officer by, Instant now)
      throws ExchangeException {
    List<Statement> all = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      String value = typed.getOrDefault("value." + row, "").strip();
      if (!value.isEmpty()) {
        all.add(statement(typed, row, value, by, now));
      }
    }
    return all;
  }

  private static Statement statement(
      Map<String, String> typed, int row, String value, Officer by, Instant now)
      throws ExchangeException {
    Optional<SourceGrade> source = coded(SourceGrade.class, typed, "source." + row);
    Optional<InformationGrade> grade = coded(InformationGrade.class, typed, "grade." + row);
    String who = typed.getOrDefault("who." + row, "").strip();
    try {
      return new Statement(
          new Property(typed.getOrDefault("property." + row, "")),
          value,
          StatementKind.FACT,
          new Grading(
              source.orElseThrow(IllegalArgumentException::new),
              grade.orElseThrow(IllegalArgumentException::new)),
          who.isEmpty() ? by.agency().id().value() : who,
          now);
    } catch (IllegalArgumentException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "a statement lacks its field or its grading", e);
    }
  }

  /// The code chosen in {@code field}, if it is one of the list.
  public static <E extends Enum<E> & Coded> Optional<E> coded(
      Class<E> list, Map<String, String> typed, String field) {
    return Coded.find(list, typed.getOrDefault(field, ""));
  }

  /// The codes ticked under {@code field}.
  public static <E extends Enum<E> & Coded> Set<E> ticked(
      Class<E> list, MultiValueMap<String, String> typed, String field) {
    EnumSet<E> members = EnumSet.noneOf(list);
    for (String code : typed.getOrDefault(field, List.of())) {
      Coded.find(list, code).ifPresent(members::add);
    }
    return members;
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.verdict;

import java.util.List;
import lat.enlace.instrument.AuthorityRole;
import lat.enlace.model.Coded;

/// A decision ready to be read by the officer who asks.
///
/// @param clauses what permits it
/// @param obligations what the permit demands, in words
/// @param authorities who must authorise
/// @param reasons why not, or why not yet
public record Verdict(
    Outcome outcome,
    List<Clause> clauses,
    List<String> obligations,
    List<AuthorityRole> authorities,
    List<Because> reasons) {
  /// Copies the lists.
  public Verdict {
    clauses = List.copyOf(clauses);
    obligations = List.copyOf(obligations);
    authorities = List.copyOf(authorities);
    reasons = List.copyOf(reasons);
  }

  /// The three outcomes.
  public enum Outcome implements Coded {
    /// It may go on.
    PERMIT("permit"),
    /// An authority first.
    ESCALATE("escalate"),
    /// It may not go on.
    REFUSE("refuse");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// A clause with the words of its article, both empty where the instrument has none for it.
  public record Clause(String id, String title, String text) {}

  /// A reason in words, with what would change it.
  ///
  /// @param gate true if a gate says so that no agreement can loosen
  /// @param needs what the clause asks for: stage, level, laws with their days, authorities
  /// @param clause the clause that says so: none or one
  public record Because(
      String code,
      boolean gate,
      String text,
      String remedy,
      List<String> needs,
      List<Clause> clause) {
    /// Copies the lists.
    public Because {
      needs = List.copyOf(needs);
      clause = List.copyOf(clause);
    }
  }
}

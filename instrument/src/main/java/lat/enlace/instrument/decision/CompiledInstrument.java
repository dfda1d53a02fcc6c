// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.instrument.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import lat.enlace.instrument.Instrument;
import lat.enlace.model.OffenceCode;
import lat.enlace.model.StateCode;

/// An instrument on one day, ready to decide. Immutable and free of side effects; make a new one
/// when the day changes, because laws are dated.
public final class CompiledInstrument {
  private final Instrument instrument;
  private final LocalDate day;
  private final Clauses clauses;

  private CompiledInstrument(LocalDate day, Instrument instrument) {
    this.instrument = instrument;
    this.day = day;
    this.clauses = new Clauses(day, instrument);
  }

  /// Compiles {@code instrument} as it reads on {@code day}. A draft can be compiled too: whether
  /// all parties signed is for the caller to know.
  public static CompiledInstrument on(LocalDate day, Instrument instrument) {
    return new CompiledInstrument(day, instrument);
  }

  /// The instrument.
  public Instrument instrument() {
    return instrument;
  }

  /// The day whose law it applies.
  public LocalDate day() {
    return day;
  }

  /// True if the instrument names this offence and the law of both states punishes it, gravely
  /// enough, on the day: the same reading that a question is held to.
  public boolean covers(OffenceCode offence, StateCode one, StateCode other) {
    return clauses.covers(offence, one, other);
  }

  /// Decides: gates first, then clauses, default deny. A pure function.
  public Decision decide(Question question, Context context) {
    if (question.route().kind().staysOpen()) {
      return HumanitarianFloor.decide(question, context);
    }
    Set<Gate> closed = Gates.closed(question, context);
    if (Gates.anyOpenly(closed)) {
      return new Decision.Refuse(Gates.reasons(closed));
    }
    Decision byClauses = clauses.decide(question, context);
    return closed.isEmpty() ? byClauses : conceal(byClauses, Gates.reasons(closed));
  }

  /// The asker's own reasons stand unchanged before the concealed ones, so that he sees what he
  /// would see without them.
  private static Decision conceal(Decision byClauses, List<Reason> concealed) {
    return switch (byClauses) {
      case Decision.Permit permit -> new Decision.Refuse(concealed);
      case Decision.Escalate escalate -> new Decision.Refuse(concealed);
      case Decision.Refuse(List<Reason> known) -> {
        concealed.addAll(0, known);
        yield new Decision.Refuse(concealed);
      }
    };
  }
}

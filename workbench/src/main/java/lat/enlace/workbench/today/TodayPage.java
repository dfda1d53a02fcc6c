// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.today;

import java.util.List;
import lat.enlace.exchange.AskedQuestion;
import lat.enlace.exchange.Exchange;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Records;
import lat.enlace.exchange.port.Clock;
import lat.enlace.workbench.agreements.Neighbour;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Words;
import lat.enlace.workbench.verdict.Verdict;
import lat.enlace.workbench.verdict.Verdicts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The desk of the day.
@Controller
class TodayPage {
  private final Desk desk;
  private final Words words;
  private final Verdicts verdicts;
  private final Clock clock;

  TodayPage(Desk desk, Words words, Verdicts verdicts, Clock clock) {
    this.desk = desk;
    this.words = words;
    this.verdicts = verdicts;
    this.clock = clock;
  }

  /// A question that this node itself refused today.
  ///
  /// @param entries where the refusal stands in the ledger
  record Stopped(AskedQuestion question, Verdict verdict, List<Long> entries) {}

  private record Today(
      List<Burning> burning,
      List<Stopped> stopped,
      List<Neighbour> neighbours,
      Records.Head head) {}

  @GetMapping("/")
  String today(Model model) throws ExchangeException {
    Today today =
        desk.run((exchange, officer) ->
            new Today(
                new Burnings(exchange, officer, clock.now()).gather(),
                stopped(exchange, officer),
                Neighbour.all(exchange),
                exchange.records().head()));
    model.addAttribute("burning", today.burning());
    model.addAttribute("late", late(today.burning()));
    model.addAttribute("stopped", today.stopped());
    model.addAttribute("neighbours", today.neighbours());
    model.addAttribute("head", today.head());
    return "today";
  }

  private long late(List<Burning> burning) {
    return burning.stream()
        .filter(one -> one.span().owed() && one.span().due().isBefore(clock.now()))
        .count();
  }

  private List<Stopped> stopped(Exchange exchange, Officer officer) {
    return exchange.asking().asked(officer).stream()
        .filter(question -> question.state() == AskedQuestion.State.REFUSED_HERE)
        .filter(question -> words.isToday(question.created()))
        .map(question ->
            new Stopped(
                question,
                verdicts.read(question.decision(), List.of()),
                exchange.records().indexesOf(question.id())))
        .toList();
  }
}

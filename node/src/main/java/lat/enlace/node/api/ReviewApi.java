// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.util.List;
import lat.enlace.exchange.Asking;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Expiry;
import lat.enlace.exchange.Officer;
import lat.enlace.model.CaseReference;
import lat.enlace.model.ItemId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The review of disclosed items before they are erased.
@RestController
@RequestMapping("/api/v1")
final class ReviewApi {
  private final Caller caller;

  ReviewApi(Caller caller) {
    this.caller = caller;
  }

  /// Disclosed items whose day of erasure is near and that may be renewed, the nearest first.
  @GetMapping("/review")
  List<Due> due() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.asking().due(by)).stream().map(Due::of).toList();
  }

  /// Keeps what of an item is due for as long again. The reason is on the ledger, and reported to
  /// the originator as that of a reading.
  @PostMapping("/items/{item}/renewal")
  List<QuestionsApi.Expiry> renew(
      @PathVariable String item, @RequestBody QuestionsApi.Reading reading)
      throws ApiException, ExchangeException {
    Officer by = caller.officer();
    ItemId id = Given.as(ItemId::new, item, "item");
    CaseReference forCase = Given.as(CaseReference::new, reading.caseReference(), "caseReference");
    String why = Given.text(reading.reason(), "reason");
    return all(caller.with(core -> core.asking().renew(by, id, forCase, why)));
  }

  private static List<QuestionsApi.Expiry> all(List<Expiry> expiries) {
    return expiries.stream().map(QuestionsApi.Expiry::of).toList();
  }

  record Due(
      String item, String originator, String caseReference, List<QuestionsApi.Expiry> expiries) {
    static Due of(Asking.DueItem due) {
      return new Due(
          due.item().value(),
          due.originator().value(),
          due.caseReference().value(),
          all(due.expiries()));
    }
  }
}

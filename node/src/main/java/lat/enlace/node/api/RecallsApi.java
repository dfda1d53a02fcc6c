// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.api;

import java.time.Instant;
import java.util.List;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.Recalling;
import lat.enlace.exchange.port.Clock;
import lat.enlace.model.ItemId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.RecallAction;
import lat.enlace.model.entity.Entity;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Items given, who read them there, and recalls.
@RestController
@RequestMapping("/api/v1")
final class RecallsApi {
  private final Caller caller;
  private final Clock clock;

  RecallsApi(Caller caller, Clock clock) {
    this.caller = caller;
    this.clock = clock;
  }

  /// Items given to partners, and who read them there.
  @GetMapping("/given")
  List<GivenItem> given() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.recalling().given(by)).stream().map(GivenItem::of).toList();
  }

  /// Recalls sent and received, newest first.
  @GetMapping("/recalls")
  List<View> recalls() throws ExchangeException {
    Officer by = caller.officer();
    return caller.with(core -> core.recalling().recalls(by)).stream().map(View::of).toList();
  }

  /// Demands that the holder correct, narrow, withdraw or erase an item.
  @PostMapping("/recalls")
  View recall(@RequestBody Form form) throws ApiException, ExchangeException {
    Officer by = caller.officer();
    ItemId item = Given.as(ItemId::new, form.item(), "item");
    RecallAction action = Given.code(RecallAction.class, form.action(), "action");
    if ((action == RecallAction.CORRECT) == (form.replacement() == null)) {
      throw new ApiException("replacement");
    }
    List<Entity> replacement =
        form.replacement() == null ? List.of() : List.of(form.replacement().toEntity(clock.now()));
    String reason = Given.text(form.reason(), "reason");
    return View.of(
        caller.with(core -> core.recalling().recall(by, item, action, reason, replacement)));
  }

  @PersonalData
  record Form(
      @Nullable String item,
      @Nullable String action,
      @Nullable String reason,
      @Nullable EntityJson replacement) {
    @Override
    public String toString() {
      return "Form[]";
    }
  }

  record View(
      String id,
      String item,
      String partner,
      boolean sent,
      String action,
      String state,
      Instant at) {
    static View of(Recalling.RecallView recall) {
      return new View(
          recall.id().toString(),
          recall.item().value(),
          recall.partner().value(),
          recall.sent(),
          recall.action().code(),
          recall.state().code(),
          recall.at());
    }
  }

  record GivenItem(
      String item,
      String holder,
      String schema,
      Instant given,
      List<Recalling.ReadingView> readings) {
    static GivenItem of(Recalling.GivenItem item) {
      return new GivenItem(
          item.item().value(),
          item.holder().value(),
          item.schema().code(),
          item.given(),
          item.readings());
    }
  }
}

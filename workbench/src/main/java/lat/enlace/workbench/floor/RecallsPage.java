// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.floor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Recalling;
import lat.enlace.model.Coded;
import lat.enlace.model.EntityId;
import lat.enlace.model.ItemId;
import lat.enlace.model.RecallAction;
import lat.enlace.model.entity.Entity;
import lat.enlace.workbench.entity.EntityFields;
import lat.enlace.workbench.page.Desk;
import lat.enlace.workbench.page.Forms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Items given to partners with who read them there, and recalls that reach every holder.
@Controller
class RecallsPage {
  private final Desk desk;
  private final Forms forms;
  private final EntityFields fields;

  RecallsPage(Desk desk, Forms forms, EntityFields fields) {
    this.desk = desk;
    this.forms = forms;
    this.fields = fields;
  }

  private record Shown(List<Recalling.GivenItem> given, List<Recalling.RecallView> recalls) {}

  @GetMapping("/recalls")
  String list(Model model) throws ExchangeException {
    Shown shown =
        desk.run((exchange, officer) ->
            new Shown(exchange.recalling().given(officer), exchange.recalling().recalls(officer)));
    model.addAttribute("given", shown.given());
    model.addAttribute("recalls", shown.recalls());
    return "recalls";
  }

  @GetMapping("/recalls/new")
  String form(@RequestParam String item, Model model) throws ExchangeException {
    Recalling.GivenItem given = given(new ItemId(item));
    model.addAttribute("given", given);
    model.addAttribute("actions", RecallAction.values());
    model.addAttribute("properties", EntityFields.of(given.schema()));
    return "recall";
  }

  @PostMapping("/recalls")
  String recall(@RequestParam Map<String, String> typed, RedirectAttributes next)
      throws ExchangeException {
    ItemId item = new ItemId(typed.getOrDefault("item", ""));
    Optional<RecallAction> action =
        Coded.find(RecallAction.class, typed.getOrDefault("action", ""));
    String reason = typed.getOrDefault("reason", "").strip();
    List<Entity> replacement = replacement(typed, action, item);
    if (action.isEmpty() || reason.isEmpty() || lacks(action.get(), replacement)) {
      next.addFlashAttribute("problem", "problem.recall");
      next.addFlashAttribute("typed", typed);
      return "redirect:/recalls/new?item=" + item;
    }
    return forms.once(
        typed.getOrDefault("once", ""),
        () -> {
          desk.run((exchange, officer) ->
              exchange.recalling().recall(officer, item, action.get(), reason, replacement));
          next.addFlashAttribute("done", "done.recalled");
          return "redirect:/recalls";
        });
  }

  /// The corrected entity: of the same schema as what was given, whatever the form says.
  private List<Entity> replacement(
      Map<String, String> typed, Optional<RecallAction> action, ItemId item)
      throws ExchangeException {
    if (action.filter(one -> one == RecallAction.CORRECT).isEmpty()) {
      return List.of();
    }
    Entity corrected =
        fields.stated(given(item).schema(), new EntityId("corrected"), typed, desk.officer());
    return corrected.statements().isEmpty() ? List.of() : List.of(corrected);
  }

  private Recalling.GivenItem given(ItemId item) throws ExchangeException {
    return desk.run((exchange, officer) ->
        exchange.recalling().given(officer).stream()
            .filter(one -> one.item().equals(item))
            .findFirst()
            .orElseThrow(() ->
                new ExchangeException(ExchangeException.Code.NOT_FOUND, "no such item was given")));
  }

  private static boolean lacks(RecallAction action, List<Entity> replacement) {
    return action == RecallAction.CORRECT && replacement.isEmpty();
  }
}

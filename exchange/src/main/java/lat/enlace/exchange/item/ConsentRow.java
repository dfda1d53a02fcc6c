// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.item;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lat.enlace.exchange.Consenting.Consent;
import lat.enlace.exchange.Consenting.Saying;
import lat.enlace.model.AgencyId;
import lat.enlace.model.CaseReference;
import lat.enlace.model.DispatchKind;
import lat.enlace.model.ItemUse;
import lat.enlace.model.OfficerId;
import lat.enlace.model.PersonalData;
import lat.enlace.model.UnitId;

/// A consent, at the holder or at the originator.
///
/// @param via the kind that brought the item
/// @param agency that asks, at the holder; none at the originator
/// @param proposal what one officer of the originator would say: none or one
/// @param unsent true of a yes that stays here, since it is about somebody whom this node hides
@PersonalData
public record ConsentRow(
    Consent consent,
    CaseReference caseReference,
    DispatchKind via,
    List<AgencyId> agency,
    List<Proposal> proposal,
    boolean unsent) {
  /// Copies.
  public ConsentRow {
    agency = List.copyOf(agency);
    proposal = List.copyOf(proposal);
  }

  /// What one officer would say.
  public record Proposal(OfficerId by, UnitId unit, AgencyId agency, Saying saying) {}

  /// As it stands at {@code now}: silence is a no, and a yes ends.
  public ConsentRow at(Instant now) {
    Consent.State state = consent.state();
    if (state.isOpen() && !now.isBefore(consent.answerBy())) {
      return in(Consent.State.LAPSED);
    }
    return state == Consent.State.GRANTED && !now.isBefore(consent.until())
        ? in(Consent.State.ENDED)
        : this;
  }

  /// In another state; what was proposed is nothing any more.
  public ConsentRow in(Consent.State state) {
    return said(state, new Saying(List.of(consent.until()), consent.conditions(), List.of()));
  }

  /// With what the originator said.
  public ConsentRow said(Consent.State state, Saying saying) {
    Consent now =
        new Consent(
            consent.id(),
            consent.partner(),
            consent.sent(),
            state,
            consent.item(),
            consent.use(),
            consent.to(),
            consent.purpose(),
            consent.asked(),
            consent.answerBy(),
            saying.until().isEmpty() ? consent.until() : saying.until().getFirst(),
            saying.conditions(),
            saying.refusal());
    return new ConsentRow(now, caseReference, via, agency, List.of(), unsent);
  }

  /// With what one officer would say.
  public ConsentRow proposed(Proposal one) {
    ConsentRow row = in(Consent.State.PROPOSED);
    return new ConsentRow(row.consent(), caseReference, via, agency, List.of(one), unsent);
  }

  /// The same, of which nothing leaves.
  public ConsentRow kept() {
    return new ConsentRow(consent, caseReference, via, agency, proposal, true);
  }

  /// True if what is asked or granted here is this use.
  boolean covers(ItemUse use, String to) {
    String named = consent.to();
    boolean state = named.length() == 2 && to.startsWith(named.toLowerCase(Locale.ROOT) + "-");
    return consent.use() == use && (named.equals(to) || (use == ItemUse.ONWARD && state));
  }

  @Override
  public String toString() {
    return "ConsentRow[" + consent.id() + "]";
  }
}

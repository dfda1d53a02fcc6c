// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.agreements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.Standings;
import lat.enlace.instrument.Article;
import lat.enlace.instrument.Change;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentDiff;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.Mandate;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.model.InstrumentId;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.note.VerifierKey;
import lat.enlace.workbench.NodeProfile;
import lat.enlace.workbench.page.Words;
import org.springframework.stereotype.Component;

/// What people read before they sign or adopt: the articles beside their rules, what differs from
/// the text in force, and who has signed.
@Component
class Reviews {
  /// How many findings or differences are listed.
  static final int MOST = 200;

  private final ExecutedRules rules;
  private final Words words;
  private final NodeProfile node;

  Reviews(ExecutedRules rules, Words words, NodeProfile node) {
    this.rules = rules;
    this.words = words;
    this.node = node;
  }

  /// A proposal as it is read.
  ///
  /// @param inForce version of the text in force here: none or one
  /// @param changes against that text; empty without one
  /// @param joining the state that joins: none or one
  record Review(
      InstrumentId id,
      String title,
      int version,
      String hash,
      List<Integer> inForce,
      List<Change> changes,
      List<Party> joining,
      List<Mandate> mandates,
      List<Signer> signers,
      List<AgreementsPage.Shown> articles,
      boolean party) {
    /// Copies the lists.
    Review {
      inForce = List.copyOf(inForce);
      changes = List.copyOf(changes);
      joining = List.copyOf(joining);
      mandates = List.copyOf(mandates);
      signers = List.copyOf(signers);
      articles = List.copyOf(articles);
    }

    /// True if every key has signed.
    public boolean complete() {
      return signers.stream().allMatch(Signer::signed);
    }

    /// True if a key of this state has not signed yet.
    public boolean ours() {
      return signers.stream().anyMatch(signer -> signer.own() && !signer.signed());
    }
  }

  /// A key that must sign.
  record Signer(String key, boolean own, boolean signed) {}

  Review of(Proposal proposal, Standings standings) {
    return switch (proposal) {
      case Proposal.Agreement agreement -> agreement(agreement, standings);
      case Proposal.Joining joining -> joining(joining);
    };
  }

  private Review agreement(Proposal.Agreement proposal, Standings standings) {
    Instrument instrument = proposal.instrument();
    Optional<SignedInstrument> inForce = standings.text(instrument.id());
    return new Review(
        instrument.id(),
        instrument.heading().title().in(words.language()),
        instrument.heading().version(),
        proposal.text().hash().value().hex(),
        inForce.map(signed -> signed.instrument().heading().version()).stream().toList(),
        inForce.map(signed -> changes(signed, proposal)).orElse(List.of()),
        List.of(),
        instrument.mandates(),
        signers(proposal, instrument.parties()),
        articles(instrument.articles(), instrument),
        isParty(instrument));
  }

  private Review joining(Proposal.Joining proposal) {
    Instrument base = proposal.base().instrument();
    return new Review(
        base.id(),
        base.heading().title().in(words.language()),
        base.heading().version(),
        Hash.sha256(Bytes.utf8(proposal.note().text())).value().hex(),
        List.of(base.heading().version()),
        List.of(),
        List.of(proposal.accession().party()),
        List.of(proposal.accession().mandate()),
        signers(proposal, base.parties()),
        articles(proposal.accession().articles(), base),
        isParty(base));
  }

  private static List<Change> changes(SignedInstrument inForce, Proposal.Agreement proposal) {
    try {
      return InstrumentDiff.between(inForce.text(), proposal.text()).stream().limit(MOST).toList();
    } catch (InstrumentException e) {
      // Both were read before; a text without a tree cannot come here.
      throw new IllegalStateException(e);
    }
  }

  private List<Signer> signers(Proposal proposal, List<Party> parties) {
    List<VerifierKey> missing = SignedInstrument.missing(proposal.note(), proposal.signers());
    Set<VerifierKey> own =
        parties.stream()
            .filter(party -> party.node().equals(node.id()))
            .flatMap(party -> party.rootKeys().stream())
            .collect(Collectors.toSet());
    return proposal.signers().stream()
        .map(key ->
            new Signer(
                key.name() + "+" + key.id().hex(), own.contains(key), !missing.contains(key)))
        .toList();
  }

  private List<AgreementsPage.Shown> articles(List<Article> articles, Instrument instrument) {
    Language language = words.language();
    return articles.stream()
        .map(article ->
            new AgreementsPage.Shown(
                article.clause().value(),
                article.title().in(language),
                article.text().in(language),
                rules.of(article, instrument),
                Standings.Uses.NONE))
        .toList();
  }

  private boolean isParty(Instrument instrument) {
    NodeId own = node.id();
    return instrument.parties().stream().anyMatch(party -> party.node().equals(own));
  }
}

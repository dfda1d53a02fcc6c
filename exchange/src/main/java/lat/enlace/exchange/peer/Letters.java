// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.peer;

import java.nio.ByteBuffer;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.port.Randomness;
import lat.enlace.exchange.record.Draft;
import lat.enlace.exchange.record.Work;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.OfficerPseudonym;
import lat.enlace.model.Role;
import lat.enlace.model.UnitId;
import lat.enlace.model.Urgency;
import lat.enlace.model.dispatch.Basis;
import lat.enlace.model.dispatch.Body;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.dispatch.Header;
import lat.enlace.model.dispatch.Sender;
import lat.enlace.wire.WireException;
import lat.enlace.wire.dispatch.DispatchCodec;

/// Writes dispatches: header, exact bytes, and the ledger entry that sends them.
public final class Letters {
  private static final int VERSION = 1;

  private final Identity own;
  private final Randomness randomness;
  private final Pseudonyms pseudonyms;

  /// With what a header needs.
  public Letters(Identity own, Randomness randomness, Pseudonyms pseudonyms) {
    this.own = own;
    this.randomness = randomness;
    this.pseudonyms = pseudonyms;
  }

  /// What a dispatch carries beside its body.
  ///
  /// @param role in which the officer acts
  public record Cover(
      Officer by, Role role, NodeId to, Basis basis, Handling handling, Urgency urgency) {
    /// For what is not urgent and carries no restriction of its own.
    public static Cover plain(Officer by, Role role, NodeId to, Basis basis) {
      return new Cover(by, role, to, basis, Handling.LEAST, Urgency.N7D);
    }
  }

  /// A dispatch and its exact bytes.
  public record Letter(Dispatch dispatch, Bytes bytes) {
    /// Its id.
    public DispatchId id() {
      return dispatch.header().id();
    }
  }

  /// Writes a dispatch; nothing is sent.
  ///
  /// @throws ExchangeException with code INVALID_FORM if it does not fit the wire
  public Letter write(Work work, Cover cover, Body body) throws ExchangeException {
    Officer by = cover.by();
    Sender sender =
        new Sender(by.agency(), by.unit(), cover.role(), pseudonyms.of(work, cover.to(), by.id()));
    Header header =
        new Header(
            freshId(work),
            body.kind(),
            VERSION,
            own.node(),
            cover.to(),
            sender,
            cover.basis(),
            cover.handling(),
            cover.urgency(),
            work.now().truncatedTo(ChronoUnit.MILLIS),
            by.language());
    return written(header, body);
  }

  /// The exact bytes of a dispatch that differs from {@code letter} in its body alone.
  ///
  /// @throws ExchangeException with code INVALID_FORM if it does not fit the wire
  public static Bytes insteadOf(Letter letter, Body body) throws ExchangeException {
    return written(letter.dispatch().header(), body).bytes();
  }

  /// The exact bytes of a dispatch that differs from {@code letter} in basis and body.
  ///
  /// @throws ExchangeException with code INVALID_FORM if it does not fit the wire
  public static Bytes insteadOf(Letter letter, Basis basis, Body body) throws ExchangeException {
    Header header = letter.dispatch().header();
    return written(with(header, basis, header.handling()), body).bytes();
  }

  /// The same dispatch under other restrictions.
  ///
  /// @throws ExchangeException with code INVALID_FORM if it does not fit the wire
  public static Letter under(Letter letter, Handling handling) throws ExchangeException {
    Header header = letter.dispatch().header();
    return written(with(header, header.basis(), handling), letter.dispatch().body());
  }

  private static Letter written(Header header, Body body) throws ExchangeException {
    try {
      Dispatch dispatch = new Dispatch(header, body);
      return new Letter(dispatch, DispatchCodec.encode(dispatch));
    } catch (WireException e) {
      throw new ExchangeException(
          ExchangeException.Code.INVALID_FORM, "the dispatch does not fit its bounds", e);
    }
  }

  private static Header with(Header header, Basis basis, Handling handling) {
    return new Header(
        header.id(),
        header.kind(),
        header.version(),
        header.from(),
        header.to(),
        header.sender(),
        basis,
        handling,
        header.urgency(),
        header.created(),
        header.language());
  }

  /// A dispatch that was written before, as it was.
  ///
  /// @throws ExchangeException with code INVALID_FORM if it does not fit the wire any more
  public static Letter again(Dispatch written) throws ExchangeException {
    return written(written.header(), written.body());
  }

  /// Enters the dispatch in the ledger and queues it for its recipient.
  ///
  /// @return the id of its opening
  public String send(Work work, Letter letter) {
    return work.enter(Draft.sent(letter.bytes(), letter.id(), letter.dispatch().header().to()));
  }

  /// Writes and sends.
  public Letter post(Work work, Cover cover, Body body) throws ExchangeException {
    Letter letter = write(work, cover, body);
    send(work, letter);
    return letter;
  }

  /// The officer's pseudonym towards {@code partner}.
  public OfficerPseudonym pseudonym(Work work, NodeId partner, Officer by) {
    return pseudonyms.of(work, partner, by.id());
  }

  /// A keyed digest of {@code text}: the same each time, and without this node's secret it says
  /// nothing of the text.
  public String keyed(String text) {
    return pseudonyms.keyed(text);
  }

  /// The node itself, where no officer acts: answers and notices it gives by rule.
  public Officer desk() {
    String prefix = own.state().value().toLowerCase(Locale.ROOT);
    Agency agency = new Agency(new AgencyId(prefix + "-node"), own.state(), AgencyKind.POLICE);
    return new Officer(
        new OfficerId("node"), agency, new UnitId("desk"), Set.of(Role.DUTY_OFFICER), Language.EN);
  }

  /// A fresh id, created now.
  public DispatchId freshId(Work work) {
    ByteBuffer random = randomness.next(2 * Long.BYTES).asByteBuffer();
    return DispatchId.of(work.now(), random.getLong(), random.getLong());
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.testkit.exchange;

import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.exchange.ExchangeException;
import lat.enlace.exchange.Holding;
import lat.enlace.exchange.Identity;
import lat.enlace.exchange.Officer;
import lat.enlace.exchange.core.NodeCore;
import lat.enlace.exchange.port.Approval;
import lat.enlace.exchange.port.Ports;
import lat.enlace.matching.Matcher;
import lat.enlace.model.Agency;
import lat.enlace.model.AgencyId;
import lat.enlace.model.AgencyKind;
import lat.enlace.model.DispatchId;
import lat.enlace.model.Handling;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.OfficerId;
import lat.enlace.model.Role;
import lat.enlace.model.StateCode;
import lat.enlace.model.UnitId;
import lat.enlace.testkit.ledger.FaultyLogStorage;
import org.jspecify.annotations.Nullable;

/// One node over fakes: what is on its disk outlives its process, which can be killed and opened
/// again.
public final class TestNode {
  private final Identity identity;
  private final TestKeys keys;
  private final SimulatedClock clock;
  private final SeededRandomness randomness;
  private final Guillotine guillotine = new Guillotine();
  private MemoryStore store = new MemoryStore(guillotine);
  private FaultyLogStorage log = new FaultyLogStorage();
  private Matcher matcher = new NameMatcher();
  private @Nullable NodeCore core;

  /// A node that was never opened.
  public TestNode(String state, SimulatedClock.World world, long seed) {
    this(
        identity(state),
        new TestKeys(new StateCode(state), identity(state).node(), seed),
        world,
        seed);
  }

  /// The same with keys that were grown already.
  public TestNode(Identity identity, TestKeys keys, SimulatedClock.World world, long seed) {
    this.identity = identity;
    this.keys = keys;
    this.clock = new SimulatedClock(world);
    this.randomness = new SeededRandomness(seed ^ identity.state().value().hashCode());
  }

  /// Who the node of {@code state} is.
  public static Identity identity(String state) {
    return new Identity(
        new NodeId(state.toLowerCase(Locale.ROOT) + ".example/enlace"), new StateCode(state));
  }

  /// Whose node it is.
  public Identity identity() {
    return identity;
  }

  /// Its id.
  public NodeId id() {
    return identity.node();
  }

  /// Its keys.
  public TestKeys keys() {
    return keys;
  }

  /// Its clock.
  public SimulatedClock clock() {
    return clock;
  }

  /// Its randomness.
  public SeededRandomness randomness() {
    return randomness;
  }

  /// How many searches its plain matcher has done; none where another took its place.
  public long searches() {
    return matcher instanceof NameMatcher plain ? plain.searches() : 0;
  }

  /// What kills it.
  public Guillotine guillotine() {
    return guillotine;
  }

  /// Its database.
  public MemoryStore store() {
    return store;
  }

  /// The files of its ledger.
  public FaultyLogStorage log() {
    return log;
  }

  /// True while its process runs.
  public boolean running() {
    return core != null;
  }

  /// Starts the process.
  public void open() throws ExchangeException {
    core = NodeCore.open(identity, ports());
  }

  /// Starts the process again with another matching algorithm.
  public void open(Matcher algorithm) throws ExchangeException {
    matcher = algorithm;
    open();
  }

  /// The running core.
  public NodeCore core() {
    if (core == null) {
      throw new IllegalStateException("the node does not run");
    }
    return core;
  }

  /// The process is gone; what it had not synced may be lost or torn.
  public void crash(RandomGenerator random) {
    core = null;
    guillotine.rest();
    log = log.crash(random);
  }

  /// A copy of what is on its disk now.
  public Backup backup() {
    return new Backup(store.copy(guillotine), log.copy());
  }

  /// Puts a copy back in place of what was there.
  public void restore(Backup backup) {
    core = null;
    store = backup.store().copy(guillotine);
    log = backup.log().copy();
  }

  /// Gives up the log and opens its successor.
  ///
  /// @param ended the highest head known of the old log
  public void succeed(Bytes ended) throws ExchangeException {
    log = new FaultyLogStorage();
    core = NodeCore.succeed(identity, ports(), ended);
  }

  /// Opens the successor again, whatever was done of it.
  public void succeedAgain(Bytes ended) throws ExchangeException {
    core = NodeCore.succeed(identity, ports(), ended);
  }

  /// A copy of a disk.
  public record Backup(MemoryStore store, FaultyLogStorage log) {}

  /// The ports of this node as they are now.
  public Ports ports() {
    return new Ports(
        clock,
        randomness,
        store,
        new GuardedLogStorage(log, guillotine),
        keys,
        (authority, text, signature) -> approve(authority, text, signature),
        matcher);
  }

  /// The fake of a personal key: an authority "signs" by writing its name before the text.
  public static Bytes sign(Officer authority, Bytes text) {
    return Bytes.concat(Bytes.utf8(authority.id().value()), Hash.sha256(text).value());
  }

  private static Approval.Approved approve(Officer authority, Bytes text, Bytes signature)
      throws Approval.ApprovalRefusedException {
    if (!signature.equals(sign(authority, text))) {
      throw new Approval.ApprovalRefusedException();
    }
    return new Approval.Approved("key-of-" + authority.id(), signature);
  }

  /// An officer of this state's police.
  public Officer officer(String name, Role... roles) {
    return officer("policia", AgencyKind.POLICE, name, roles);
  }

  /// An officer of an agency.
  public Officer officer(String agency, AgencyKind kind, String name, Role... roles) {
    String prefix = identity.state().value().toLowerCase(Locale.ROOT);
    return new Officer(
        new OfficerId(prefix + "." + name),
        new Agency(new AgencyId(prefix + "-" + agency), identity.state(), kind),
        new UnitId("unidad-uno"),
        Set.of(roles),
        Language.ES);
  }

  /// Asks and follows up.
  public Officer analyst() {
    return officer("analista", Role.ANALYST);
  }

  /// Works the inbox.
  public Officer duty() {
    return officer("guardia", Role.DUTY_OFFICER);
  }

  /// The duty officer looks at both records and releases with the least restrictions.
  public Holding.HeldFollowUp release(DispatchId followUp) throws ExchangeException {
    return release(followUp, Handling.LEAST);
  }

  /// The same, restricted as he chooses.
  public Holding.HeldFollowUp release(DispatchId followUp, Handling handling)
      throws ExchangeException {
    core().holding().compare(duty(), followUp);
    return core().holding().release(duty(), followUp, handling);
  }

  /// Widens and narrows the standing, supervises.
  public Officer authority() {
    return officer("jefatura", Role.AUTHORITY);
  }

  /// Sees every gate that fired.
  public Officer rights() {
    return officer("derechos", Role.RIGHTS_OFFICER);
  }

  /// Reads the ledger.
  public Officer auditor() {
    return officer("auditoria", Role.AUDITOR);
  }

  /// Connects the node.
  public Officer operator() {
    return officer("operacion", Role.OPERATOR);
  }
}

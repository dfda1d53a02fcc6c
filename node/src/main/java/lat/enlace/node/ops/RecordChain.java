// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.Hash;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.exchange.standing.Renewal;
import lat.enlace.instrument.node.SealingTerm;
import lat.enlace.node.config.ConfigException;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.NodeSettings;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.node.keys.TlsIdentity;
import lat.enlace.node.keys.Vault;
import lat.enlace.note.SigningKey;

/// The node records of the coming weeks, signed ahead by the root keys, so that these can stay
/// offline while the node changes its sealing key every week (docs/spec/node-record.md, "Renewal").
public final class RecordChain {
  /// How many weeks are signed ahead if nobody says otherwise: a quarter.
  public static final int WEEKS = 13;

  /// Most weeks signed at once.
  public static final int MAX_WEEKS = 53;

  private static final long UNKNOWN = 100;

  /// From one record to the next; a sealing key lives a day longer.
  private static final Duration STEP = Duration.ofDays(6);

  /// How long a TLS key must live beyond the last record signed: a partner that was off for that
  /// long still knows a key that is shown.
  private static final Duration TLS_OVERLAP = Duration.ofDays(30);

  private final DataFolder folder;
  private final NodeSettings settings;
  private final Vault vault;

  /// Of the node in `folder`.
  public RecordChain(DataFolder folder, NodeSettings settings, Vault vault) {
    this.folder = folder;
    this.settings = settings;
    this.vault = vault;
  }

  /// What a record says of itself; whether it is signed is for the core to judge.
  public record Link(long number, Instant issued, Instant sealedUntil) {}

  /// The record in force and all signed ahead, in rising number.
  public static List<Link> read(DataFolder folder) throws IOException {
    List<Link> links = new ArrayList<>();
    if (Files.exists(folder.nodeRecord())) {
      links.add(link(folder.nodeRecord()));
    }
    if (Files.exists(folder.preparedRecords())) {
      try (Stream<Path> files = Files.list(folder.preparedRecords())) {
        for (Path file : files.sorted().toList()) {
          links.add(link(file));
        }
      }
    }
    links.sort(Comparator.comparingLong(Link::number));
    return links;
  }

  /// Until when partners can seal to this node.
  ///
  /// @throws IOException also if there is no record at all
  public static Instant sealedUntil(DataFolder folder) throws IOException {
    return read(folder).stream()
        .map(Link::sealedUntil)
        .max(Instant::compareTo)
        .orElseThrow(() -> new IOException("no node record"));
  }

  /// The TLS keys that the record in force names.
  public static Set<Hash> tlsKeysNamed(DataFolder folder) throws IOException {
    Set<Hash> named = new HashSet<>();
    for (String line : Files.readAllLines(folder.nodeRecord())) {
      if (line.startsWith("tls ")) {
        try {
          named.add(Hash.fromBase64(line.substring("tls ".length())));
        } catch (MalformedBytesException e) {
          throw new IOException(folder.nodeRecord() + " is not a node record", e);
        }
      }
    }
    return named;
  }

  /// Signs `weeks` more records behind the last one there is.
  public void extend(List<SigningKey> root, int weeks, Instant now)
      throws ConfigException, KeysException {
    Link last = last();
    sign(log(), root, weeks, new Start(last.number() + 1, last.issued().plus(STEP), now));
  }

  /// Signs records from `now` on, which replace all before. Those that partners were not told of
  /// are gone with their sealing keys.
  public void renew(List<SigningKey> root, int weeks, Instant now)
      throws ConfigException, KeysException {
    List<Link> before = links();
    sign(log(), root, weeks, Start.at(last().number() + 1, now));
    for (Link one : before) {
      if (one.issued().isAfter(now.plus(Renewal.LEAD))) {
        forget(one);
      }
    }
  }

  /// The same with a fresh TLS key and without those before, which may have been stolen. They stay
  /// in the vault until they end, for partners that know no other.
  public void renewWithNewKeys(List<SigningKey> root, int weeks, Instant now)
      throws ConfigException, KeysException {
    List<TlsIdentity> before = TlsIdentity.all(vault);
    freshTls(now);
    for (TlsIdentity one : before) {
      one.replace(vault);
    }
    renew(root, weeks, now);
  }

  /// The same for a log that is about to begin. Partners may know records that a restored folder
  /// does not, so some numbers are left out.
  void begin(LogSuccession log, List<SigningKey> root, Instant now)
      throws ConfigException, KeysException {
    sign(log, root, WEEKS, Start.at(last().number() + UNKNOWN, now));
  }

  private void forget(Link replaced) throws ConfigException, KeysException {
    try {
      Files.deleteIfExists(file(replaced.number()));
      Keyring.destroySealingKey(vault, replaced.number());
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private void freshTls(Instant now) throws KeysException {
    TlsIdentity.create(settings.peering().host(), now, new SecureRandom()).store(vault);
  }

  /// Makes the TLS key that takes over, in time to stand in all these records beside the one that
  /// will end.
  private void keepTls(int weeks, Start start) throws KeysException {
    Instant needed =
        start
            .issued()
            .plus(STEP.multipliedBy(weeks - 1L))
            .plus(SealingTerm.MAX_LIFE)
            .plus(TLS_OVERLAP);
    TlsIdentity.destroyEnded(vault, start.now());
    if (TlsIdentity.all(vault).stream().allMatch(one -> one.until().isBefore(needed))) {
      freshTls(start.now());
    }
  }

  private LogSuccession log() throws ConfigException {
    return LogSuccession.of(folder, settings.identity().node());
  }

  private record Start(long number, Instant issued, Instant now) {
    static Start at(long number, Instant now) {
      return new Start(number, now.truncatedTo(ChronoUnit.SECONDS), now);
    }
  }

  private Link last() throws ConfigException {
    return links().getLast();
  }

  private List<Link> links() throws ConfigException {
    try {
      return read(folder);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private Path file(long number) {
    return folder.preparedRecords().resolve(String.format(Locale.ROOT, "%08d.note", number));
  }

  private void sign(LogSuccession log, List<SigningKey> root, int weeks, Start start)
      throws ConfigException, KeysException {
    keepTls(weeks, start);
    NodeBirth.Source source = new NodeBirth.Source(folder, settings, vault, log);
    try {
      PrivateFiles.makeFolder(folder.preparedRecords());
      for (int i = 0; i < weeks; i++) {
        long number = start.number() + i;
        Bytes note =
            NodeBirth.record(source, root, number, start.issued().plus(STEP.multipliedBy(i)));
        PrivateFiles.replace(file(number), note);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private ConfigException failed(IOException e) {
    return new ConfigException(ConfigException.Code.FAILED, folder.preparedRecords().toString(), e);
  }

  private static Link link(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> seal = List.of(value(file, lines, "seal ").split(" "));
    try {
      return new Link(
          Long.parseLong(value(file, lines, "number ")),
          Instant.parse(value(file, lines, "issued ")),
          Instant.parse(seal.get(1)));
    } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException e) {
      throw new IOException(file + " is not a node record", e);
    }
  }

  private static String value(Path file, List<String> lines, String name) throws IOException {
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .findFirst()
        .map(line -> line.substring(name.length()))
        .orElseThrow(() -> new IOException(file + " is not a node record"));
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.fuzz;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.port.StoreException;
import lat.enlace.gateway.CsvRows;
import lat.enlace.gateway.Holdings;
import lat.enlace.gateway.Probes;
import lat.enlace.gateway.Questions;
import lat.enlace.gateway.Source;
import lat.enlace.instrument.AccessionReader;
import lat.enlace.instrument.InstrumentReader;
import lat.enlace.instrument.InstrumentText;
import lat.enlace.instrument.Party;
import lat.enlace.instrument.decision.AskedText;
import lat.enlace.instrument.node.VerifiedNodeRecord;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.matching.algo1.date.DateReader;
import lat.enlace.matching.algo1.name.NameKind;
import lat.enlace.matching.algo1.name.NameReader;
import lat.enlace.matching.identifier.Identifiers;
import lat.enlace.model.ConfidenceLevel;
import lat.enlace.model.NodeId;
import lat.enlace.model.dispatch.Dispatch;
import lat.enlace.model.entity.EntityReader;
import lat.enlace.model.entity.Provenance;
import lat.enlace.node.config.DataFolder;
import lat.enlace.node.config.SettingsFile;
import lat.enlace.node.ops.CaseFields;
import lat.enlace.node.ops.LogSuccession;
import lat.enlace.note.KeyName;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.wire.dispatch.DispatchCodec;
import org.jspecify.annotations.Nullable;

/// How to feed the parsers that take more than one raw input, and what else must hold for some of
/// those that do not.
final class Adapters {
  /// One way to feed a parser.
  @FunctionalInterface
  interface Adapter {
    @Nullable Object feed(byte[] data) throws Throwable;
  }

  private static final Provenance CLAIM = Provenance.claim("fuzzer", Instant.EPOCH);
  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final KeyName KEY = new KeyName("fuzz.example/root");
  private static final Identifiers IDENTIFIERS = new Identifiers(DAY);
  private static final NodeId NODE = new NodeId("co.example/ledger");
  private static final CaseFields CASE =
      new CaseFields(
          Map.of(
              "case",
              "CASO-1",
              "offence",
              "0601",
              "category",
              "suspect-committed",
              "stage",
              "charged"));

  static final Map<String, Adapter> ALL =
      Map.ofEntries(
          Map.entry("gateway.CsvRows.open", Adapters::rows),
          Map.entry("gateway.Holdings.read", Adapters::holdings),
          Map.entry("gateway.Probes.open", Adapters::probes),
          Map.entry(
              "gateway.Probes.read", data -> Probes.read(new Part(Bytes.copyOf(data)), CLAIM)),
          Map.entry(
              "instrument.decision.AskedText.read-String-ConfidenceLevel",
              data -> AskedText.read(Inputs.text(data), ConfidenceLevel.HIT_NO_HIT)),
          Map.entry(
              "instrument.decision.AskedText.read-String-Instrument-LocalDate",
              data -> AskedText.read(Inputs.text(data), Signatories.instrument(), DAY)),
          Map.entry(
              "model.entity.EntityReader.read",
              data -> new EntityReader(CLAIM).read(Inputs.text(data))),
          Map.entry(
              "model.entity.EntityReader.readQuestion",
              data -> new EntityReader(CLAIM).readQuestion(Inputs.text(data))),
          Map.entry("gateway.Holdings.check", Adapters::checkedHoldings),
          Map.entry("instrument.AccessionReader.read", Adapters::accession),
          Map.entry(
              "instrument.InstrumentReader.read",
              data -> InstrumentReader.read(InstrumentText.of(Bytes.copyOf(data)))),
          Map.entry("instrument.SignedInstrument.acceded", Adapters::acceded),
          Map.entry("instrument.node.VerifiedNodeRecord.verify", Adapters::nodeRecord),
          Map.entry("ledger.SignedCheckpoint.of", Adapters::checkpoint),
          Map.entry(
              "matching.algo1.date.DateReader.read",
              data -> new DateReader().read(Inputs.text(data))),
          Map.entry("matching.algo1.name.NameReader.read", Adapters::name),
          Map.entry("matching.identifier.Identifiers.check", Adapters::identifier),
          Map.entry("node.config.SettingsFile.read", Adapters::settings),
          Map.entry("node.ops.LogSuccession.of", Adapters::succession),
          Map.entry("wire.dispatch.DispatchCodec.decode", Adapters::dispatch));

  /// The arguments of a static method that takes more than the raw input.
  @FunctionalInterface
  interface Arguments {
    Object[] of(byte[] data);
  }

  static final Map<String, Arguments> ARGUMENTS =
      Map.of(
          "exchange.record.Stored.read",
          StoredRows::arguments,
          "node.ops.SubjectLines.read",
          data -> new Object[] {Inputs.text(data), "fuzzer", Instant.EPOCH, CASE},
          "node.ops.SubjectRows.read",
          data -> new Object[] {Bytes.copyOf(data), CLAIM, CASE},
          "note.SigningKey.fromSeed",
          data -> new Object[] {KEY, SignatureType.ML_DSA_44_TEXT, Bytes.copyOf(data)});

  /// Unchecked refusals: of values of a wrong form, and of rows of the node's own database.
  static final Map<String, Class<?>> REFUSALS =
      Map.of(
          "exchange.peer.Written.read", StoreException.class,
          "exchange.record.Stored.read", StoreException.class,
          "model.clock.Term.parse", IllegalArgumentException.class,
          "model.DispatchId.parse", IllegalArgumentException.class,
          "node.login.AccountRow.read", StoreException.class,
          "note.SigningKey.fromSeed", IllegalArgumentException.class);

  private Adapters() {}

  private static @Nullable Object checkedHoldings(byte[] data) throws Throwable {
    Part part = new Part(Bytes.copyOf(data));
    return Holdings.check(() -> List.of(part), CLAIM);
  }

  private static Object accession(byte[] data) throws Throwable {
    return AccessionReader.read(InstrumentText.of(Bytes.copyOf(data)), Signatories.instrument());
  }

  private static Object acceded(byte[] data) throws Throwable {
    Bytes note = Signatories.signed(Bytes.copyOf(data), List.of("co", "ve", "ec"));
    return Signatories.agreement().acceded(note);
  }

  private static Object nodeRecord(byte[] data) throws Throwable {
    Party party = Signatories.instrument().parties().getFirst();
    return VerifiedNodeRecord.verify(Signatories.signed(Bytes.copyOf(data), List.of("co")), party);
  }

  private static @Nullable Object checkpoint(byte[] data) throws Throwable {
    Note note;
    try {
      note = Note.parse(Bytes.copyOf(data));
    } catch (NoteException e) {
      return null;
    }
    return SignedCheckpoint.of(note);
  }

  /// Every kind of name, so that nothing depends on which one the input would choose.
  private static Object name(byte[] data) {
    NameReader reader = new NameReader();
    String text = Inputs.text(data);
    return Stream.of(NameKind.values()).map(kind -> reader.read(text, kind)).toList();
  }

  private static Object identifier(byte[] data) {
    Named number = Named.of(data, IDENTIFIERS.formats());
    return IDENTIFIERS.check(number.name(), Inputs.text(number.rest().toArray()));
  }

  private static Object settings(byte[] data) throws Throwable {
    return inFolder(data, DataFolder::settings, SettingsFile::read);
  }

  private static Object succession(byte[] data) throws Throwable {
    return inFolder(data, DataFolder::succeeds, folder -> LogSuccession.of(folder, NODE));
  }

  private static Object inFolder(byte[] data, Function<DataFolder, Path> place, FolderReader reader)
      throws Throwable {
    Path root = Files.createTempDirectory("fuzz-folder");
    DataFolder folder = new DataFolder(root);
    try {
      Files.write(place.apply(folder), data);
      return reader.read(folder);
    } finally {
      Files.deleteIfExists(place.apply(folder));
      Files.delete(root);
    }
  }

  @FunctionalInterface
  private interface FolderReader {
    Object read(DataFolder folder) throws Throwable;
  }

  private static Object rows(byte[] data) throws Throwable {
    try (CsvRows rows = CsvRows.open(new Part(Bytes.copyOf(data)))) {
      while (rows.next().isPresent()) {
        // Reading to the end is the test.
      }
      return rows.header();
    }
  }

  private static Object probes(byte[] data) throws Throwable {
    try (Questions questions = Probes.open(new Part(Bytes.copyOf(data)), CLAIM)) {
      int read = 0;
      while (questions.next().isPresent()) {
        read++;
      }
      return read;
    }
  }

  private static Object holdings(byte[] data) throws Throwable {
    Part part = new Part(Bytes.copyOf(data));
    return Holdings.read(() -> List.of(part), CLAIM, entity -> {});
  }

  private static Dispatch dispatch(byte[] data) throws Throwable {
    Dispatch read = DispatchCodec.decode(Bytes.copyOf(data));
    if (!DispatchCodec.decode(DispatchCodec.encode(read)).equals(read)) {
      throw new AssertionError("writing what was read changed it");
    }
    return read;
  }

  /// The input as a file.
  private record Part(Bytes content) implements Source.Part {
    @Override
    public String name() {
      return "input";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(content.toArray());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.cli.ledgerfiles.FileLogSource;
import lat.enlace.ledger.Fsck;
import lat.enlace.ledger.FsckReport;
import lat.enlace.ledger.LedgerException;
import lat.enlace.ledger.LogReader;
import lat.enlace.ledger.LogSource;
import lat.enlace.ledger.LogStorageException;
import lat.enlace.ledger.Origin;
import lat.enlace.ledger.ProofPolicy;
import lat.enlace.ledger.SignedCheckpoint;
import lat.enlace.ledger.TrustedKeys;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code enlace ledger verify}: rebuilds a whole log from its entries and compares every file.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Rebuild a ledger from its entries and compare every tile, the root and the signatures.",
      "Exit code 0: sound. 1: not. 2: wrong use. 3: could not read."
    })
public final class LedgerVerifyCommand implements Callable<Integer> {
  static final String NO_KEYS_FILE =
      "not a keys file: verifier keys, one a line, then perhaps 'quorum k'";

  private static final String CHECKPOINT = "checkpoint";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The folder with the file named checkpoint.")
  private Path folder = Path.of("");

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "Verifier keys, one a line; without them signatures are not checked.")
  private @Nullable Path keys;

  @Option(
      names = "--since",
      paramLabel = "CHECKPOINT",
      description = "An older checkpoint of this log that it must still contain.")
  private @Nullable Path since;

  @Option(names = "--json", description = "One JSON object on standard output.")
  private boolean json;

  @Override
  public Integer call() throws IOException, LogStorageException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": there is no such folder");
    }
    if (!Files.exists(folder.resolve(CHECKPOINT)) && !Files.exists(folder.resolve("tile"))) {
      throw new IOException(
          folder + ": holds no ledger; name the folder with the file named checkpoint");
    }
    LogSource source = new FileLogSource(folder);
    LedgerVerdict verdict = examine(source);
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonLine.print(out, verdict.fields());
    } else {
      verdict.lines().forEach(out::println);
      out.flush();
    }
    return verdict.ok() ? 0 : 1;
  }

  private LedgerVerdict examine(LogSource source) throws IOException, LogStorageException {
    Optional<SignedCheckpoint> head = head(source);
    if (keys == null || head.isEmpty()) {
      FsckReport report = Fsck.check(source, List.of());
      LedgerSince contained =
          head.isEmpty() ? LedgerSince.NOT_ASKED : compareSince(source, head.get(), List.of());
      return new LedgerVerdict(report, List.of(), LedgerWitnesses.NOT_ASKED, contained);
    }
    ProofPolicy policy = policy(trustedKeys(keys), head.get().checkpoint().origin(), keys);
    List<VerifierKey> trusted = policy.log().all();
    return new LedgerVerdict(
        Fsck.check(source, trusted),
        trusted,
        LedgerWitnesses.of(head.get(), policy.quorum()),
        compareSince(source, head.get(), trusted));
  }

  /// What says whose log it is; empty where there is none that can be read.
  private static Optional<SignedCheckpoint> head(LogSource source) throws LogStorageException {
    Optional<Bytes> file = source.read(CHECKPOINT);
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(SignedCheckpoint.parse(file.get()));
    } catch (LedgerException e) {
      return Optional.empty();
    }
  }

  private TrustedKeys trustedKeys(Path keysFile) throws IOException {
    try {
      return TrustedKeys.parse(InputFile.read(keysFile));
    } catch (LedgerException e) {
      throw new ParameterException(spec.commandLine(), keysFile + ": " + NO_KEYS_FILE, e);
    }
  }

  /// Both keys of the log: a head that only one of them signed is not its.
  private ProofPolicy policy(TrustedKeys file, Origin origin, Path keysFile) {
    try {
      return file.policyFor(origin);
    } catch (LedgerException e) {
      throw new ParameterException(spec.commandLine(), keysFile + ": " + lacking(origin), e);
    }
  }

  /// What is wrong with a keys file that says too little about a log.
  static String lacking(Origin origin) {
    return "does not hold both keys of " + origin + ", or its quorum cannot be reached";
  }

  private LedgerSince compareSince(
      LogSource source, SignedCheckpoint checkpoint, List<VerifierKey> trusted)
      throws IOException, LogStorageException {
    if (since == null) {
      return LedgerSince.NOT_ASKED;
    }
    try {
      SignedCheckpoint older = SignedCheckpoint.parse(InputFile.read(since));
      if (!trusted.isEmpty()) {
        older.note().verifyAll(trusted);
      }
      return LedgerSince.compare(
          older.checkpoint(), checkpoint.checkpoint(), new LogReader(source));
    } catch (LedgerException e) {
      return LedgerSince.unusable(e.code().name());
    } catch (NoteException e) {
      return LedgerSince.unusable(e.code().name());
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.gateway.GatewayException;
import lat.enlace.instrument.Instrument;
import lat.enlace.instrument.InstrumentException;
import lat.enlace.instrument.SignedInstrument;
import lat.enlace.note.Note;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code enlace instrument sign}: adds the signatures of one party.
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = "Sign an agreement with the root keys of a party; signatures of others stay.")
final class InstrumentSign implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The agreement, signed by others or not.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEYFILE",
      description = "The party's root keys (see: enlace keys generate).")
  private Path keyFile = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write here instead of to standard output.")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException, NoteException, GatewayException {
    PrintWriter err = spec.commandLine().getErr();
    AgreementFile agreement;
    Instrument instrument;
    try {
      agreement = AgreementFile.read(file);
      instrument = agreement.instrument();
    } catch (InstrumentException e) {
      ProblemsText.print(err, file, e.problems());
      return 1;
    }
    Note note = agreement.note().orElse(Note.unsigned(agreement.text().value()));
    for (SigningKey key : KeyFile.read(keyFile).keys()) {
      if (!isRootKey(instrument, key.verifierKey())) {
        err.printf("%s is no root key of any party of %s%n", key.verifierKey(), instrument.id());
        return 1;
      }
      if (SignedInstrument.missing(note, instrument).contains(key.verifierKey())) {
        note = note.sign(key, Instant.EPOCH);
        err.println("signed by " + key.verifierKey());
      }
    }
    List<VerifierKey> missing = SignedInstrument.missing(note, instrument);
    missing.forEach(key -> err.println("still to sign: " + key));
    String text = new String(note.bytes().toArray(), java.nio.charset.StandardCharsets.UTF_8);
    new Delivery(out, spec.commandLine().getOut())
        .deliver(writer -> {
          writer.write(text);
          writer.flush();
          return text.length();
        });
    return 0;
  }

  private static boolean isRootKey(Instrument instrument, VerifierKey key) {
    return instrument.parties().stream().anyMatch(party -> party.rootKeys().contains(key));
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.gateway.GatewayException;
import lat.enlace.instrument.AccessionReader;
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

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The signed agreement, if FILE is the accession of a state that joins it.")
  private @Nullable Path base;

  @Override
  public Integer call() throws IOException, NoteException, GatewayException {
    PrintWriter err = spec.commandLine().getErr();
    Note note;
    List<VerifierKey> required;
    try {
      AgreementFile agreement = AgreementFile.read(file);
      required = required(agreement);
      note = agreement.note().orElse(Note.unsigned(agreement.text().value()));
    } catch (InstrumentException e) {
      err.println("enlace instrument sign: " + FailureWords.of(e.code()));
      ProblemsText.print(err, file, e.problems());
      return EnlaceMain.COULD_NOT;
    }
    for (SigningKey key : KeyFile.read(keyFile).keys()) {
      if (!required.contains(key.verifierKey())) {
        err.println(key.verifierKey() + " is no root key of anyone who signs this");
        return EnlaceMain.COULD_NOT;
      }
      if (SignedInstrument.missing(note, required).contains(key.verifierKey())) {
        note = note.sign(key, Instant.EPOCH);
        err.println("signed by " + key.verifierKey());
      }
    }
    SignedInstrument.missing(note, required).forEach(key -> err.println("still to sign: " + key));
    deliver(note);
    return 0;
  }

  private List<VerifierKey> required(AgreementFile agreement)
      throws IOException, InstrumentException {
    if (base == null) {
      return SignedInstrument.signers(agreement.instrument());
    }
    SignedInstrument signed = SignedInstrument.verify(AgreementFile.bounded(base));
    return signed.signers(AccessionReader.read(agreement.text(), signed.instrument()));
  }

  private void deliver(Note note) throws IOException, GatewayException {
    String text = new String(note.bytes().toArray(), StandardCharsets.UTF_8);
    new Delivery(out, spec.commandLine().getOut())
        .deliver(writer -> {
          writer.write(text);
          writer.flush();
          return text.length();
        });
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lat.enlace.bytes.Bytes;
import lat.enlace.note.KeyName;
import lat.enlace.note.NoteException;
import lat.enlace.note.SignatureType;
import lat.enlace.note.SigningKey;
import lat.enlace.note.VerifierKey;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// {@code enlace keys}: what an operator needs to make keys and to compare them.
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Make signing keys and show what identifies them.",
    subcommands = {
      CommandLine.HelpCommand.class,
      KeysCommand.Generate.class,
      KeysCommand.Show.class
    })
public final class KeysCommand {
  /// What a key is for, and the signature types that takes.
  enum Kind {
    /// A party's root: signs instruments and node records.
    root,
    /// A node's log: signs checkpoints.
    operational;

    List<SignatureType> types() {
      return switch (this) {
        case root -> List.of(SignatureType.ED25519, SignatureType.ML_DSA_44_TEXT);
        case operational -> List.of(SignatureType.ED25519, SignatureType.ML_DSA_44_COSIGNATURE);
      };
    }
  }

  /// {@code enlace keys generate}.
  @Command(
      name = "generate",
      mixinStandardHelpOptions = true,
      description = {
        "Make new keys: root (Ed25519 and ML-DSA-44) or operational (the two keys of a log). The",
        "secrets go to a new file that only its owner can read; the verifier keys go to standard",
        "output. An officer's personal key is made in the node, under a passphrase of his own."
      })
  static final class Generate implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "root|operational", description = "What they are for.")
    private Kind kind = Kind.root;

    @Option(
        names = "--name",
        required = true,
        paramLabel = "NAME",
        description = "Name of the keys, for instance co.example/enlace/root.")
    private String name = "";

    @Option(
        names = "--out",
        required = true,
        paramLabel = "FILE",
        description = "The new file for the secrets; never overwritten.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      KeyName keyName = keyName();
      SecureRandom random = new SecureRandom();
      List<SigningKey> keys = new ArrayList<>();
      for (SignatureType type : kind.types()) {
        byte[] seed = new byte[SigningKey.SEED_BYTES];
        random.nextBytes(seed);
        keys.add(SigningKey.fromSeed(keyName, type, Bytes.copyOf(seed)));
      }
      new KeyFile(keys).writeNew(file);
      PrintWriter out = spec.commandLine().getOut();
      keys.forEach(key -> out.println(key.verifierKey().text()));
      spec.commandLine().getErr().println("secrets in " + file);
      return 0;
    }

    private KeyName keyName() {
      try {
        return KeyName.parse(name);
      } catch (NoteException e) {
        throw new ParameterException(spec.commandLine(), "--name: " + FailureWords.of(e.code()), e);
      }
    }
  }

  /// {@code enlace keys show}.
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Show name, type and fingerprint of the keys in a key file, no secrets.")
  static final class Show implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A key file.")
    private Path file = Path.of("");

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      for (SigningKey key : KeyFile.read(file).keys()) {
        VerifierKey verifier = key.verifierKey();
        out.printf(
            "%s  %s%n    %s%n    %s%n",
            verifier.type().name(), verifier.name(), Fingerprint.of(verifier), verifier.text());
      }
      return 0;
    }
  }
}

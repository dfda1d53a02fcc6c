// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lat.enlace.node.keys.Keyring;
import lat.enlace.node.keys.KeysException;
import lat.enlace.node.keys.Vault;
import lat.enlace.note.NoteException;
import lat.enlace.note.SigningKey;
import picocli.CommandLine.Option;

/// `--root-keys FILE`, for a state that keeps its root keys away from the node.
final class RootKeysOption {
  @Option(
      names = "--root-keys",
      paramLabel = "FILE",
      description = "root keys made with ./enlace keys; used once, not kept (default: the vault's)")
  private List<Path> file = List.of();

  /// The keys of the file, or those that {@code vault} holds; none if there are neither, which is
  /// then told to {@code err}.
  List<SigningKey> of(Vault vault, PrintWriter err)
      throws IOException, NoteException, KeysException {
    List<SigningKey> given = read();
    List<SigningKey> root = given.isEmpty() ? Keyring.root(vault) : given;
    if (root.isEmpty()) {
      err.println("enlace: the root keys are not in this vault; give them with --root-keys");
    }
    return root;
  }

  /// The keys of the file; none if no file was named.
  List<SigningKey> read() throws IOException, NoteException {
    List<SigningKey> keys = new ArrayList<>();
    for (Path one : file) {
      for (String line : GivenFile.lines(one)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          keys.add(SigningKey.parseSecretText(line.strip()));
        }
      }
    }
    return keys;
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lat.enlace.gateway.GatewayException;
import org.jspecify.annotations.Nullable;

/// Where a command writes its lines: a file, which appears whole or not at all, or standard output.
///
/// @param file the file, or null for standard output
record Delivery(@Nullable Path file, PrintWriter standardOutput) {
  /// What writes the lines and says something about it.
  @FunctionalInterface
  interface Body<T> {
    T write(Writer out) throws IOException, GatewayException;
  }

  <T> T deliver(Body<T> body) throws IOException, GatewayException {
    try {
      return file == null ? toStandardOutput(body) : toFile(file, body);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Writes {@code text} where a checked exception cannot pass.
  static void put(Writer out, String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T toStandardOutput(Body<T> body) throws IOException, GatewayException {
    T said = body.write(standardOutput);
    if (standardOutput.checkError()) {
      throw new IOException("standard output took not everything; check the disk or the pipe");
    }
    return said;
  }

  /// A device or pipe takes the lines as they come; only an ordinary file can appear whole.
  private static <T> T toFile(Path named, Body<T> body) throws IOException, GatewayException {
    if (Files.isDirectory(named)) {
      throw new IOException(named + ": is a folder, a file is needed");
    }
    if (Files.exists(named) && !Files.isRegularFile(named)) {
      try (BufferedWriter out = Files.newBufferedWriter(named, StandardCharsets.UTF_8)) {
        return body.write(out);
      }
    }
    Path target = Files.exists(named) ? named.toRealPath() : named;
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      T said;
      try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
        said = body.write(out);
      }
      move(part, target);
      return said;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

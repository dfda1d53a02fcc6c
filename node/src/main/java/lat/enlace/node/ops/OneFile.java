// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.ops;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import lat.enlace.bytes.Bytes;
import lat.enlace.gateway.Source;

/// A file that is in memory.
///
/// @param name what messages call it
record OneFile(String name, Bytes bytes) implements Source, Source.Part {
  @Override
  public List<Part> parts() {
    return List.of(this);
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes.toArray());
  }

  @Override
  public String toString() {
    return "OneFile[" + name + ", " + bytes.size() + " bytes]";
  }
}

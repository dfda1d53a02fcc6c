// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Where holdings come from: one file, or a folder of files that belong together. Adapters of this
/// port know the file system; this module does not.
public interface Source {
  /// The parts, at least one, in a fixed order.
  List<Part> parts();

  /// One named stream of bytes.
  interface Part {
    /// What messages call it, for instance a file name without its folders.
    String name();

    /// A new stream over all bytes, from the beginning. Opened more than once: the bytes must be
    /// the same each time, and a reader that finds them changed refuses.
    InputStream open() throws IOException;
  }
}

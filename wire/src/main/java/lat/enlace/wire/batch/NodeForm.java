// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.wire.batch;

import lat.enlace.bytes.ByteReader;
import lat.enlace.bytes.ByteWriter;
import lat.enlace.bytes.Bytes;
import lat.enlace.bytes.MalformedBytesException;
import lat.enlace.model.NodeId;

/// A node id inside a binary form: sized text.
final class NodeForm {
  private static final int MAX_NODE_ID_BYTES = 128;

  private NodeForm() {}

  static void write(ByteWriter out, NodeId node) {
    out.sized(Bytes.utf8(node.value()));
  }

  static NodeId read(ByteReader in) throws MalformedBytesException {
    return new NodeId(in.readSized(MAX_NODE_ID_BYTES).text());
  }
}

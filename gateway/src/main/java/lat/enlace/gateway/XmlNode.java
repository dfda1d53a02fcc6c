// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.List;
import java.util.Optional;

/// An element of a record, small enough to hold whole.
///
/// @param name local name
/// @param text of its own, without that of its children
record XmlNode(String name, String text, List<XmlNode> children) {
  /// The children called {@code name}.
  List<XmlNode> all(String name) {
    return children.stream().filter(child -> child.name().equals(name)).toList();
  }

  /// The text of the first child called {@code name} that has any, or nothing.
  String text(String name) {
    Optional<String> text = texts(name).stream().findFirst();
    return text.orElse("");
  }

  /// The texts of all children called {@code name} that have any.
  List<String> texts(String name) {
    return all(name).stream().map(XmlNode::text).filter(text -> !text.isBlank()).toList();
  }
}

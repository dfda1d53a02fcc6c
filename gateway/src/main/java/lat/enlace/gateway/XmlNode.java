// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.gateway;

import java.util.List;
import lat.enlace.model.PersonalData;

/// An element of a record, small enough to hold whole.
///
/// @param name local name
/// @param text of its own, without that of its children and white space around it
@PersonalData
record XmlNode(String name, String text, List<XmlNode> children) {
  /// The children called {@code name}.
  List<XmlNode> all(String name) {
    return children.stream().filter(child -> child.name().equals(name)).toList();
  }

  /// The text of the first child called {@code name} that has any, or nothing.
  String text(String name) {
    for (XmlNode child : children) {
      if (child.name().equals(name) && !child.text().isEmpty()) {
        return child.text();
      }
    }
    return "";
  }

  /// The texts of all children called {@code name} that have any.
  List<String> texts(String name) {
    return all(name).stream().map(XmlNode::text).filter(text -> !text.isEmpty()).toList();
  }

  @Override
  public String toString() {
    return "XmlNode[" + name + "]";
  }
}

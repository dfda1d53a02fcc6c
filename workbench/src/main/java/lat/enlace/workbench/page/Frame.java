// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench.page;

import java.util.List;
import lat.enlace.exchange.Officer;
import lat.enlace.workbench.NodeProfile;

/// What stands around every page: whose node, who reads, and the ways he has.
///
/// @param officer who is logged in: none or one
/// @param tongues this page in each language
public record Frame(NodeProfile node, List<Officer> officer, List<Way> ways, List<Tongue> tongues) {
  /// Copies the lists.
  public Frame {
    officer = List.copyOf(officer);
    ways = List.copyOf(ways);
    tongues = List.copyOf(tongues);
  }

  /// This page in a language.
  public record Tongue(String code, String address) {}

  /// One way to go.
  ///
  /// @param name key of the message under {@code way.}
  /// @param first true if a new group of ways begins here
  /// @param waiting how many things wait there
  public record Way(String name, String path, long waiting, boolean here, boolean first) {}
}

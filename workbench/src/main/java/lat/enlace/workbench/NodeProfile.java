// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.workbench;

import java.time.ZoneId;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;

/// What the pages say of the node that serves them.
///
/// @param zone in which times are shown
/// @param language of visitors who have not chosen one
/// @param sample true if people and cases are invented; every page says so
public record NodeProfile(
    NodeId id, StateCode state, ZoneId zone, Language language, boolean sample) {}

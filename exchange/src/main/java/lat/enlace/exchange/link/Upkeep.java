// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.exchange.link;

import java.util.function.Consumer;
import lat.enlace.exchange.record.Work;

/// What the passing of time does to what a node holds.
///
/// @param always at every tick
/// @param eachMinute once a minute
public record Upkeep(Consumer<Work> always, Consumer<Work> eachMinute) {}

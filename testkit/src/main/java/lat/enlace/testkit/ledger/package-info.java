// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Log storage in memory that forgets what was not synced, tears what was being written, and can be
/// killed at any operation; and the contract that every log storage keeps.
@NullMarked
package lat.enlace.testkit.ledger;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
/// Alerts: issued by this state, and held of partners (docs/spec/alerts.md).
@NullMarked
package lat.enlace.exchange.alert;

import org.jspecify.annotations.NullMarked;

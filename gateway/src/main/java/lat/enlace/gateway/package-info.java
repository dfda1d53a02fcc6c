/// Formats of others: the lists and files the field exchanges, read as entities and written back.
///
/// {@link Holdings} reads what a state holds or a list claims, {@link Probes} what someone asks
/// about. Formats are told by content, never by name. A file is read whole and found sound before
/// the first entity leaves, so nothing is ever half loaded. Specified in docs/spec/import.md.
@NullMarked
package lat.enlace.gateway;

import org.jspecify.annotations.NullMarked;

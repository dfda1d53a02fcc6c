// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.node.config;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import lat.enlace.bytes.Bytes;
import lat.enlace.exchange.Identity;
import lat.enlace.model.Coded;
import lat.enlace.model.Language;
import lat.enlace.model.NodeId;
import lat.enlace.model.StateCode;
import lat.enlace.node.config.NodeSettings.Database;
import lat.enlace.node.config.NodeSettings.Face;
import lat.enlace.node.config.NodeSettings.Peering;
import lat.enlace.node.config.NodeSettings.Unlock;
import lat.enlace.node.config.NodeSettings.Web;
import lat.enlace.node.config.NodeSettings.WitnessAt;
import lat.enlace.node.keys.PrivateFiles;
import lat.enlace.note.NoteException;
import lat.enlace.note.VerifierKey;

/// Reads and writes `node.properties`. A setting that is missing, unknown or malformed is refused
/// by name: a node never runs on a guess.
public final class SettingsFile {
  private static final int MOST_WITNESSES = 9;

  private final Properties values;
  private final Set<String> asked = new HashSet<>();

  private SettingsFile(Properties values) {
    this.values = values;
  }

  /// Reads the settings of `folder`.
  ///
  /// @throws ConfigException with code NO_DATA_FOLDER, MISSING, UNKNOWN, VALUE or FAILED
  public static NodeSettings read(DataFolder folder) throws ConfigException {
    Properties values = new Properties();
    try {
      if (!Files.exists(folder.settings())) {
        throw new ConfigException(
            ConfigException.Code.NO_DATA_FOLDER, folder.root() + " has no node.properties");
      }
      values.load(new StringReader(Files.readString(folder.settings(), StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException e) {
      throw new ConfigException(ConfigException.Code.FAILED, folder.settings().toString(), e);
    }
    SettingsFile file = new SettingsFile(values);
    NodeSettings settings = file.settings(folder);
    file.refuseUnknown();
    return settings;
  }

  /// Writes the settings of a new node.
  public static void write(DataFolder folder, NodeSettings settings) throws ConfigException {
    List<String> lines = new ArrayList<>();
    lines.add("# Settings of one Enlace node; docs/operate/install.md explains each.");
    add(lines, "origin", settings.identity().node().value());
    add(lines, "state", settings.identity().state().value());
    add(lines, "language", settings.face().language().code());
    add(lines, "zone", settings.face().zone().getId());
    add(lines, "sample", Boolean.toString(settings.face().sample()));
    add(lines, "web.host", settings.web().host());
    add(lines, "web.address", settings.web().address());
    add(lines, "web.port", Integer.toString(settings.web().port()));
    if (!settings.web().tls().isEmpty()) {
      add(lines, "web.certificate", settings.web().tls().getFirst().toString());
      add(lines, "web.key", settings.web().tls().getLast().toString());
    }
    if (settings.web().proxied()) {
      add(lines, "web.https", "true");
    }
    add(lines, "peer.host", settings.peering().host());
    add(lines, "peer.address", settings.peering().address());
    add(lines, "peer.port", Integer.toString(settings.peering().port()));
    if (settings.database() instanceof Database.Postgres(String url, String user, Path file)) {
      add(lines, "database.url", url);
      add(lines, "database.user", user);
      add(lines, "database.password-file", file.toString());
    }
    add(lines, "unlock", unlockText(settings.unlock()));
    add(lines, "mirror", settings.mirror().toString());
    for (WitnessAt witness : settings.witnesses()) {
      String name = "witness." + (settings.witnesses().indexOf(witness) + 1);
      add(lines, name + ".url", witness.url().toString());
      add(lines, name + ".key", witness.key().text());
    }
    try {
      PrivateFiles.replace(folder.settings(), Bytes.utf8(String.join("\n", lines) + "\n"));
    } catch (IOException e) {
      throw new ConfigException(ConfigException.Code.FAILED, folder.settings().toString(), e);
    }
  }

  private NodeSettings settings(DataFolder folder) throws ConfigException {
    Identity identity = new Identity(value("origin", NodeId::new), value("state", StateCode::new));
    Face face =
        new Face(
            value("language", SettingsFile::language), value("zone", ZoneId::of), flag("sample"));
    Web web =
        new Web(
            value("web.host", Function.identity()),
            text("web.address", "127.0.0.1"),
            value("web.port", SettingsFile::port),
            tls(),
            flag("web.https"));
    Peering peering =
        new Peering(
            value("peer.host", Function.identity()),
            text("peer.address", "0.0.0.0"),
            value("peer.port", SettingsFile::port));
    Path mirror = text("mirror", "").isEmpty() ? folder.ledgerMirror() : value("mirror", Path::of);
    return new NodeSettings(
        identity,
        face,
        web,
        peering,
        database(),
        value("unlock", SettingsFile::unlock),
        mirror,
        witnesses());
  }

  /// Numbered from 1, without a gap.
  private List<WitnessAt> witnesses() throws ConfigException {
    List<WitnessAt> all = new ArrayList<>();
    for (int number = 1; number <= MOST_WITNESSES; number++) {
      String name = "witness." + number;
      boolean named = !text(name + ".url", "").isEmpty() || !text(name + ".key", "").isEmpty();
      if (!named) {
        break;
      }
      all.add(
          new WitnessAt(
              value(name + ".url", SettingsFile::webAddress),
              value(name + ".key", SettingsFile::witnessKey)));
    }
    return all;
  }

  private List<Path> tls() throws ConfigException {
    String certificate = text("web.certificate", "");
    String key = text("web.key", "");
    if (certificate.isEmpty() != key.isEmpty()) {
      throw new ConfigException(
          ConfigException.Code.MISSING, "web.certificate and web.key go together");
    }
    return certificate.isEmpty()
        ? List.of()
        : List.of(value("web.certificate", Path::of), value("web.key", Path::of));
  }

  private Database database() throws ConfigException {
    String url = text("database.url", "");
    if (url.isEmpty()) {
      return new Database.Embedded();
    }
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new ConfigException(ConfigException.Code.VALUE, "database.url");
    }
    return new Database.Postgres(
        url,
        value("database.user", Function.identity()),
        value("database.password-file", Path::of));
  }

  private String text(String name, String fallback) {
    asked.add(name);
    return values.getProperty(name, fallback).strip();
  }

  private boolean flag(String name) throws ConfigException {
    return switch (text(name, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new ConfigException(ConfigException.Code.VALUE, name);
    };
  }

  private <T> T value(String name, Function<String, T> form) throws ConfigException {
    String text = text(name, "");
    if (text.isEmpty()) {
      throw new ConfigException(ConfigException.Code.MISSING, name);
    }
    try {
      return form.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ConfigException(ConfigException.Code.VALUE, name, e);
    }
  }

  private void refuseUnknown() throws ConfigException {
    for (String name : values.stringPropertyNames()) {
      if (!asked.contains(name)) {
        throw new ConfigException(ConfigException.Code.UNKNOWN, name);
      }
    }
  }

  private static Language language(String code) {
    return Coded.find(Language.class, code)
        .orElseThrow(() -> new IllegalArgumentException("not a language"));
  }

  private static int port(String text) {
    int port = Integer.parseInt(text);
    if (port < 0 || port > 0xffff) {
      throw new IllegalArgumentException("not a port");
    }
    return port;
  }

  private static URI webAddress(String text) {
    URI address = URI.create(text);
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    if (!web || address.getHost() == null) {
      throw new IllegalArgumentException("not an address of the web");
    }
    return address;
  }

  private static VerifierKey witnessKey(String text) {
    try {
      VerifierKey key = VerifierKey.parse(text);
      if (key.type().timed()) {
        return key;
      }
    } catch (NoteException e) {
      throw new IllegalArgumentException("not a verifier key", e);
    }
    throw new IllegalArgumentException("not the key of a witness");
  }

  private static Unlock unlock(String text) {
    if (text.equals("console")) {
      return new Unlock.Console();
    }
    if (text.startsWith("env:") && text.length() > 4) {
      return new Unlock.Environment(text.substring(4));
    }
    if (text.startsWith("key-file:") && text.length() > 9) {
      return new Unlock.KeyFile(Path.of(text.substring(9)));
    }
    throw new IllegalArgumentException("key-file:PATH, env:NAME or console");
  }

  private static String unlockText(Unlock unlock) {
    return switch (unlock) {
      case Unlock.Console() -> "console";
      case Unlock.Environment(String variable) -> "env:" + variable;
      case Unlock.KeyFile(Path file) -> "key-file:" + file;
    };
  }

  private static void add(List<String> lines, String name, String value) {
    lines.add(name + " = " + value.replace("\\", "\\\\"));
  }
}

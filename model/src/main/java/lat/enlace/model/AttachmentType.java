// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

/// What an attachment is, by its first bytes. A closed list: what is not on it is not taken, so no
/// program, script, page or office file with macros comes through (docs/spec/attachments.md,
/// "Types").
public enum AttachmentType implements Coded {
  /// A document in pages.
  PDF("pdf", "application/pdf"),
  /// Text in UTF-8.
  TEXT("text", "text/plain"),
  /// A photograph.
  JPEG("jpeg", "image/jpeg"),
  /// An image without loss.
  PNG("png", "image/png"),
  /// A scan.
  TIFF("tiff", "image/tiff"),
  /// Moving images.
  MP4("mp4", "video/mp4"),
  /// Sound without loss.
  WAV("wav", "audio/wav"),
  /// Sound.
  MP3("mp3", "audio/mpeg"),
  /// An archive, which no node unpacks.
  ZIP("zip", "application/zip"),
  /// An archive, which no node unpacks.
  SEVEN_ZIP("7z", "application/x-7z-compressed"),
  /// An archive, which no node unpacks.
  GZIP("gzip", "application/gzip");

  private final String code;
  private final String mediaType;

  AttachmentType(String code, String mediaType) {
    this.code = code;
    this.mediaType = mediaType;
  }

  @Override
  public String code() {
    return code;
  }

  /// Its registered media type.
  public String mediaType() {
    return mediaType;
  }

  /// True of what may show a face or hold a voice. Nobody looks into an archive, so it counts as
  /// one that does.
  public boolean isRecording() {
    return switch (this) {
      case PDF, TEXT -> false;
      case JPEG, PNG, TIFF, MP4, WAV, MP3, ZIP, SEVEN_ZIP, GZIP -> true;
    };
  }

  /// True of archives: marked as such wherever they are shown.
  public boolean isArchive() {
    return switch (this) {
      case ZIP, SEVEN_ZIP, GZIP -> true;
      case PDF, TEXT, JPEG, PNG, TIFF, MP4, WAV, MP3 -> false;
    };
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.model;

import java.util.List;

/// Whether conduct is common crime, or of a nature on which no state cooperates through this
/// channel (docs/spec/gates.md, "Offences held political or of migration").
///
/// The table is of 22 November 2026 and built in: no instrument and no node changes it. It names
/// categories of the UNODC International Classification of Crime for Statistical Purposes, version
/// 1.0 of March 2015, which has none for offences against military law; those are told by the code
/// of law they stand in.
public enum OffenceNature {
  /// Neither of the others.
  COMMON,
  /// Of a political or military nature: UN Model Treaty on Extradition, articles 3(a) and 3(c).
  POLITICAL,
  /// Crossing a border or staying without leave, and nothing else: Protocol against the Smuggling
  /// of Migrants, article 5. The smuggling of migrants itself is common crime.
  MIGRATION;

  private static final List<Row> TABLE =
      List.of(
          // Acts related to freedom or control of expression.
          new Row("0803", POLITICAL),
          // Acts related to democratic elections.
          new Row("0807", POLITICAL),
          // Acts against State security.
          new Row("0904", POLITICAL),
          // Other unlawful acts related to migration, beside the smuggling of migrants (08051).
          new Row("08059", MIGRATION));

  /// The code of military criminal law of each state, as articles cite it: Colombia, Law 1407 of
  /// 2010; Venezuela, Código Orgánico de Justicia Militar; Brazil, Decree-Law 1001 of 1969; Peru,
  /// Legislative Decree 1094; Bolivia, Código Penal Militar.
  private static final List<String> MILITARY_LAW =
      List.of("CO:CPM ", "VE:COJM ", "BR:CPM ", "PE:CPMP ", "BO:CPM ");

  private record Row(String category, OffenceNature nature) {
    /// True if the code lies in the category, or is so wide that it holds the category.
    boolean meets(String code) {
      return code.startsWith(category) || category.startsWith(code);
    }
  }

  /// The nature of the conduct that {@code code} names. A code that holds categories of another
  /// nature is of that nature.
  public static OffenceNature of(OffenceCode code) {
    for (Row row : TABLE) {
      if (row.meets(code.value())) {
        return row.nature();
      }
    }
    return COMMON;
  }

  /// The nature of the conduct that {@code article} punishes, as far as the code of law tells it.
  public static OffenceNature of(ArticleRef article) {
    return MILITARY_LAW.stream().anyMatch(article.value()::startsWith) ? POLITICAL : COMMON;
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Enlace authors
package lat.enlace.matching.identifier;

import static lat.enlace.matching.identifier.Rules.among;
import static lat.enlace.matching.identifier.Rules.form;
import static lat.enlace.matching.identifier.Rules.known;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Numbers of the European Union and of value added tax in general, most of which are a country's
/// own number with the country before it.
final class UnionFormats {
  // Member states by their number in ISO 3166-1.
  private static final String MEMBERS =
      "040 056 100 191 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642"
          + " 703 705 724 752";
  private static final String EUROPE =
      "AT:at_uid BE:be_vat BG:bg_vat CY:cy_vat CZ:cz_dic DE:de_vat DK:dk_cvr EE:ee_kmkr"
          + " EL:gr_vat ES:es_nif EU:eu_oss FI:fi_alv FR:fr_tva GR:gr_vat HR:hr_oib HU:hu_anum"
          + " IE:ie_vat IT:it_iva LT:lt_pvm LU:lu_tva LV:lv_pvn MT:mt_vat NL:nl_btw PL:pl_nip"
          + " PT:pt_nif RO:ro_cf SE:se_vat SI:si_ddv SK:sk_dph XI:gb_vat";
  private static final String WORLD =
      " AD:ad_nrt AL:al_nipt AR:ar_cuit AU:au_abn AZ:az_voen BR:br_cnpj BY:by_unp CA:ca_bn"
          + " CH:ch_vat CL:cl_rut CN:cn_uscc CO:co_nit CR:cr_cpj DO:do_rnc DZ:dz_nif EC:ec_ruc"
          + " EG:eg_tn FO:fo_vn GB:gb_vat GH:gh_tin GN:gn_nifp GT:gt_nit ID:id_npwp IL:il_hp"
          + " IN:in_gstin IS:is_vsk JP:jp_cn KE:ke_pin KR:kr_brn LI:li_peid MA:ma_ice MC:mc_tva"
          + " MD:md_idno ME:me_pib MK:mk_edb MX:mx_rfc MZ:mz_nuit NO:no_mva NZ:nz_ird OM:om_vat"
          + " PE:pe_ruc PY:py_ruc RS:rs_pib RU:ru_inn SG:sg_uen SM:sm_coe SN:sn_ninea SV:sv_nit"
          + " TH:th_tin TN:tn_mf TR:tr_vkn TW:tw_ubn UA:ua_edrpou UY:uy_rut VE:ve_rif VN:vn_mst"
          + " ZA:za_tin";

  private UnionFormats() {}

  /// Last of all: looks up the numbers of countries in {@code schemes}.
  static void addTo(Map<String, Scheme> schemes) {
    schemes.put(
        "eu_oss",
        Scheme.of(
            "European Union: one-stop shop of VAT; no check digit",
            " -./",
            form("EU\\d{9}|IM\\d{10}", 11, 12).then(among(2, 5, MEMBERS))));
    Map<String, Scheme> union = byCountry(schemes, EUROPE);
    Map<String, Scheme> world = byCountry(schemes, EUROPE + WORLD);
    schemes.put("eu_vat", vat("European Union: VAT number with its country", union));
    schemes.put("vatin", vat("VAT number with its country", world));
    schemes.put(
        "eu_excise",
        Scheme.of(
                "European Union: excise number SEED; by form only but for France and Spain",
                " ",
                form("[A-Z]{2}[A-Z\\d]{11}", 13)
                    .then(known(n -> union.containsKey(n.substring(0, 2))))
                    .then(n ->
                        switch (n.substring(0, 2)) {
                          case "ES" -> judge(schemes, "es_cae", n);
                          case "FR" -> judge(schemes, "fr_accise", n);
                          default -> Fault.NONE;
                        }))
            .form(n -> n.length() < 3 ? n : n.substring(0, 2) + Digits.padded(n.substring(2), 11)));
  }

  private static Fault judge(Map<String, Scheme> schemes, String format, String n) {
    Scheme scheme = schemes.get(format);
    return scheme == null ? Fault.UNKNOWN_FORMAT : scheme.check(n).reason();
  }

  private static Map<String, Scheme> byCountry(Map<String, Scheme> schemes, String table) {
    Map<String, Scheme> byCountry = new TreeMap<>();
    for (String entry : table.split(" ", -1)) {
      Scheme scheme = schemes.get(entry.substring(3));
      if (scheme != null) {
        byCountry.put(entry.substring(0, 2), scheme);
      }
    }
    return Map.copyOf(byCountry);
  }

  // Where a country's own form begins with letters, these are not doubled.
  private static Scheme vat(String about, Map<String, Scheme> byCountry) {
    return Scheme.of(
            about,
            "",
            n -> {
              if (n.length() < 3 || !n.matches("[A-Z]{2}.*")) {
                return n.matches("[A-Z]{2}") ? Fault.COMPONENT : Fault.CHARACTERS;
              }
              Scheme scheme = byCountry.get(n.substring(0, 2));
              return scheme == null ? Fault.COMPONENT : own(scheme, n).reason();
            })
        .kept(n -> {
          String number =
              own(Objects.requireNonNull(byCountry.get(n.substring(0, 2))), n).normalised();
          return number.startsWith(n.substring(0, 2)) ? number : n.substring(0, 2) + number;
        });
  }

  private static Verdict own(Scheme scheme, String n) {
    Verdict verdict = scheme.check(n.substring(2));
    return verdict.valid() ? verdict : scheme.check(n);
  }
}

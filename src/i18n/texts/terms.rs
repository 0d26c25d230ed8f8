//! Names of things: answers, statuses, rule sets, sources.

texts! { 0;
    yes() "Yes", "Oui";
    no() "No", "Non";
    cannot_tell() "Cannot tell yet", "Impossible à dire pour l’instant";
    canadian() "Canadian", "Canadien";
    not_canadian() "Not Canadian", "Non canadien";
    partly_canadian() "Partly Canadian", "En partie canadien";
    good() "Good", "Bien";
    service() "Service", "Service";
    set_cusma() "CUSMA rules of origin", "Règles d’origine de l’ACEUM";
    set_nafta() "NAFTA rules of origin (older solicitations)", "Règles d’origine de l’ALÉNA (demandes de soumissions antérieures)";
    set_annex() "Rules as the policy’s annex quotes them (history)", "Règles citées par l’annexe de la politique (historique)";
    edition_2007() "HS 2007", "SH 2007";
    edition_2012() "HS 2012", "SH 2012";
    edition_2022() "HS 2022", "SH 2022";
    edition_annex() "codes as the annex prints them", "codes tels que l’annexe les imprime";
    basis_aggregate() "All lines together", "Toutes les lignes ensemble";
    basis_item_by_item() "Item by item", "Article par article";
    source_sm36() "Supply Manual, Annex 3.6, Canadian Content Policy", "Guide des approvisionnements, annexe 3.6, Politique sur le contenu canadien";
    source_a3050t() "SACC Manual clause A3050T, Canadian Content Definition (2020-07-01)", "Guide des CCUA, clause A3050T, définition du contenu canadien (2020-07-01)";
    source_sor_94_14() "NAFTA Rules of Origin Regulations, SOR/94-14, as at 2019-06-17", "Règlement sur les règles d’origine (ALÉNA), DORS/94-14, au 2019-06-17";
    source_sor_2020_155() "CUSMA Rules of Origin Regulations, SOR/2020-155, current to 2025-07-24", "Règlement sur les règles d’origine (ACEUM), DORS/2020-155, à jour au 2025-07-24";
    source_gn11() "CUSMA product rules (Annex 4-B), read in HTSUS General Note 11, 2025 Revision 7", "Règles de l’ACEUM par produit (annexe 4-B), lues dans la note générale 11 du HTSUS, 2025, révision 7";
    short_sm36() "Policy annex 3.6", "Annexe 3.6 de la politique";
    short_a3050t() "Clause A3050T (2020-07-01)", "Clause A3050T (2020-07-01)";
    short_sor_94_14() "SOR/94-14 (2019-06-17)", "DORS/94-14 (2019-06-17)";
    short_sor_2020_155() "SOR/2020-155 (2025-07-24)", "DORS/2020-155 (2025-07-24)";
    short_gn11() "HTSUS General Note 11 (2025, rev. 7)", "Note générale 11 du HTSUS (2025, rév. 7)";
    labelled(label, text) "{label}: {text}", "{label} : {text}";
    place_section(place) "section {place}", "article {place}";
    place_row(place) "row {place}", "ligne {place}";
}

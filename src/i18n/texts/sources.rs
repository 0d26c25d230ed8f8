//! Titles of the sources of the procedure.

texts! { super::result::END;
    source_sm3130() "Supply Manual 3.130", "Guide des approvisionnements, 3.130";
    source_pn109() "Policy notification PN-109U2 (2014-03-13)", "Avis de politique PN-109U2 (2014-03-13)";
    source_m3060c() "Clause M3060C (2021-05-20)", "Clause M3060C (2021-05-20)";
    source_bcsc() "Buy Canadian: Policy on Prioritizing Canadian Suppliers and Canadian Content (2025-12-16)", "Achetez canadien : Politique sur la priorité accordée aux fournisseurs et au contenu canadiens (2025-12-16)";
    source_bcmat() "Buy Canadian: Policy on Prioritizing Canadian Materials (2025-12-16)", "Achetez canadien : Politique sur la priorité accordée aux matériaux canadiens (2025-12-16)";
    source_bgver() "Buyer’s Guide, Verify offers (read 2026-03-23)", "Guide de l’acheteur, vérification des offres (lu le 2026-03-23)";
    source_bgrec() "Buyer’s Guide, Interim Policy on Reciprocal Procurement (read 2026-03-23)", "Guide de l’acheteur, Politique provisoire sur l’approvisionnement réciproque (lu le 2026-03-23)";
    source_bgta() "Buyer’s Guide, Trade agreement applicability (read 2026-03-23)", "Guide de l’acheteur, application des accords commerciaux (lu le 2026-03-23)";
    source_bgnpp() "Buyer’s Guide, Notice of proposed procurement (read 2026-03-23)", "Guide de l’acheteur, avis de projet de marché (lu le 2026-03-23)";
    source_bgcan() "Buyer’s Guide, When to cancel or reissue (read 2026-03-23)", "Guide de l’acheteur, annuler ou relancer (lu le 2026-03-23)";
    source_bgpocp() "Buyer’s Guide, Phased offer compliance process (read 2026-03-23)", "Guide de l’acheteur, conformité des offres par étapes (lu le 2026-03-23)";
    source_bgind() "Buyer’s Guide, Indigenous considerations (read 2026-03-23)", "Guide de l’acheteur, considérations autochtones (lu le 2026-03-23)";
    source_bgmcert() "Buyer’s Guide, Certifications while a contract runs (read 2026-03-23)", "Guide de l’acheteur, attestations en cours de contrat (lu le 2026-03-23)";
    source_bgfin() "Buyer’s Guide, Conduct a financial evaluation (read 2026-03-23)", "Guide de l’acheteur, évaluation financière (lu le 2026-03-23)";
    source_bgitt() "Buyer’s Guide, Invitation to tender (read 2026-03-23)", "Guide de l’acheteur, appel d’offres à ouverture publique (lu le 2026-03-23)";
    source_sm94() "Supply Manual, Annex 9.4", "Guide des approvisionnements, annexe 9.4";
    source_cpn20236() "Contracting Policy Notice 2023-6", "Avis sur la Politique des marchés 2023-6";
    source_cpn20258() "Contracting Policy Notice 2025-8", "Avis sur la Politique des marchés 2025-8";
    source_cole() "A customs broker’s digest of Notice 2025-8 (secondary)", "Résumé de l’avis 2025-8 par un courtier en douane (source secondaire)";
    source_gactag() "Global Affairs’ trade-agreement guide, data of April 2020", "Guide des accords commerciaux d’Affaires mondiales, données d’avril 2020";
    source_pdoc() "Code lists of contract disclosure (2026-05-27)", "Listes de codes de la divulgation des marchés (2026-05-27)";
    source_cittr() "Procurement Inquiry Regulations, SOR/93-602", "Règlement sur les enquêtes sur les marchés publics, DORS/93-602";
    source_gcr() "Government Contracts Regulations, SOR/87-402", "Règlement sur les marchés de l’État, DORS/87-402";
    source_tdcr() "Technical Data Control Regulations, SOR/86-345", "Règlement sur le contrôle des données techniques, DORS/86-345";
    source_dpa() "Defence Production Act", "Loi sur la production de défense";
    source_inta() "Interpretation Act", "Loi d’interprétation";
    source_jcppspc() "PSPC, Apply for certification in the Joint Certification Program (read 2026-03-23)", "SPAC, Demande de certification au Programme mixte d’agrément (lu le 2026-03-23)";
    source_jcpf() "PSPC, How to fill in form DD 2345 (older page)", "SPAC, Comment remplir le formulaire DD 2345 (page ancienne)";
    source_csm11() "Contract Security Manual, chapter 11", "Manuel de la sécurité des contrats, chapitre 11";
    source_jcpdla() "Defense Logistics Agency, Joint Certification Program", "Defense Logistics Agency, Joint Certification Program";
    source_cpcsc() "Reports on the cyber security certification program (secondary)", "Comptes rendus sur la certification en cybersécurité (source secondaire)";
    source_cbpc() "Competition Bureau, Enforcement Guidelines on “Product of Canada” and “Made in Canada” claims (2009-12-22)", "Bureau de la concurrence, Lignes directrices sur les indications « Produit du Canada » et « Fait au Canada » (2009-12-22)";
    source_unsd() "United Nations Statistics Division, correlation tables of the Harmonized System (HS 2022)", "Division de statistique des Nations Unies, tables de concordance du Système harmonisé (SH 2022)";
    source_product() "A choice of this program; no source decides it", "Un choix de ce programme; aucune source ne tranche";
    place_appendix(letter) "Appendix {letter}", "appendice {letter}";
}

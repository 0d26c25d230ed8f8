//! What an auditor asks.

texts! { super::regimes::END;
    audit_title() "Audit and verification", "Audit et vérification";
    audit_lede() "What an auditor asks, line by line, and what you hold. The list is drawn from the tests and clauses; no official list is published.", "Ce qu’un vérificateur demande, point par point, et ce que vous détenez. La liste découle des critères et clauses; aucune liste officielle n’est publiée.";
    audit_goods() "Does the bid hold goods?", "La soumission comprend-elle des biens?";
    audit_services() "Does it hold services?", "Comprend-elle des services?";
    audit_textiles() "Are there textiles among the goods?", "Y a-t-il des textiles parmi les biens?";
    audit_awarded() "Is it awarded?", "Est-elle attribuée?";
    audit_held() "What you hold", "Ce que vous détenez";
    audit_i_certificate() "The certificate as sent, with its day", "L’attestation telle qu’envoyée, avec sa date";
    audit_i_prices() "The priced lines that add up to the total bid price", "Les lignes avec prix dont la somme est le prix total";
    audit_i_worksheet() "The worksheet with the version of the rules", "La feuille de calcul avec la version des règles";
    audit_i_statements() "Suppliers’ statements of origin", "Les déclarations d’origine des fournisseurs";
    audit_i_materials() "Bills of materials with codes and values", "Les listes de matières avec codes et valeurs";
    audit_i_tariff() "The reasoning for each tariff code", "Le raisonnement de chaque code tarifaire";
    audit_i_values() "Proof of the value of materials, such as invoices", "La preuve de la valeur des matières, comme les factures";
    audit_i_textile() "The answer of the Clothing and Textiles Division", "La réponse de la Division des vêtements et textiles";
    audit_i_where() "Where each individual is based", "Où chaque personne est établie";
    audit_i_payroll() "Payroll records that show the place of work", "Des registres de paie montrant le lieu de travail";
    audit_i_parts() "Who provides which part of the price", "Qui fournit quelle part du prix";
    audit_i_deliveries() "That deliveries and call-ups match what was certified", "Que les livraisons et commandes correspondent à l’attestation";
    audit_word_ready() "Everything is held", "Tout est détenu";
    audit_word_missing() "Something is missing", "Il manque quelque chose";
    audit_word_open() "Not settled yet", "Pas encore réglé";
    audit_says_ready() "Each point of the list can be shown.", "Chaque point de la liste peut être produit.";
    audit_says_missing(items) "Get these before anybody asks: {items}.", "Obtenez ceci avant qu’on le demande : {items}.";
    audit_says_open() "Say what the bid holds and what you have.", "Dites ce que la soumission comprend et ce que vous avez.";
    audit_invalid() "If a certificate is found invalid", "Si une attestation est jugée invalide";
    audit_invalid_deemed() "The goods or services are then deemed not Canadian. Verification may not change the price or anything of substance in the bid.", "Les biens ou services sont alors réputés non canadiens. La vérification ne peut changer ni le prix ni rien d’essentiel à la soumission.";
    audit_invalid_drop() "Taken here: the bid drops out of the certified pool, without a new count.", "Lecture retenue : la soumission quitte le groupe attesté, sans nouveau compte.";
    audit_invalid_recount() "Other reading: the count is made anew; with too few left, every bid is evaluated.", "Autre lecture : on recompte; s’il en reste trop peu, toutes les soumissions sont évaluées.";
    audit_example() "On an example: conditionally limited, bids A and B certified, C not, and A’s certificate found untrue", "Sur un exemple : limité conditionnellement, A et B attestées, C non, et l’attestation de A jugée fausse";
    audit_then(names) "may still be awarded: {names}", "peuvent encore être retenues : {names}";
    audit_after() "After award a false or unkept certificate may end the contract for default, set aside the standing offer, or take the supplier off a list.", "Après l’attribution, une attestation fausse ou non tenue peut mener à la résiliation pour manquement, à la mise de côté de l’offre à commandes ou au retrait d’une liste.";
    audit_law() "Records are produced on demand under section 23 of the Defence Production Act (the annex cites its older number, 19) or the contract’s own terms.", "Les dossiers sont produits sur demande selon l’article 23 de la Loi sur la production de défense (l’annexe cite l’ancien numéro, 19) ou les clauses du contrat.";
}

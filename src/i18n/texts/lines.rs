//! Texts of the page: the grid of lines and what the solicitation says.

texts! { super::shell::END;
    solicitation_codes() "Codes are typed in", "Les codes sont tapés dans";
    codes_of_today() "Today’s Harmonized System (HS 2022)", "Le Système harmonisé d’aujourd’hui (SH 2022)";
    codes_of_set() "The edition of the rules it quotes", "L’édition des règles qu’elle cite";
    solicitation_textiles() "Textile goods", "Produits textiles";
    textiles_open() "Their rule is not published: left open", "Leur règle n’est pas publiée : laissé ouvert";
    textiles_agreement() "It applies the agreement’s own rule", "Elle applique la règle propre de l’accord";
    solicitation_textiles_hint() "Choose the agreement’s own rule only if the solicitation says so; the record will say that you did.", "Choisissez la règle propre de l’accord seulement si la demande le dit; le dossier dira que vous l’avez fait.";
    lines_title() "Lines of the bid", "Lignes de la soumission";
    column_number() "No.", "Nº";
    column_kind() "Kind", "Type";
    column_description() "Description", "Description";
    column_quantity() "Quantity", "Quantité";
    column_unit_price() "Unit price ($)", "Prix unitaire ($)";
    column_amount() "Amount ($)", "Montant ($)";
    column_origin() "Origin", "Origine";
    of_line(field, line) "{field}, line {line}", "{field}, ligne {line}";
    duplicate_line(line) "Duplicate line {line}", "Dupliquer la ligne {line}";
    delete_line(line) "Delete line {line}", "Supprimer la ligne {line}";
    origin_of_line(status, line) "{status}: origin of line {line}", "{status} : origine de la ligne {line}";
    total_price() "Total bid price", "Prix total de la soumission";
    of_which_canadian() "of which Canadian", "dont canadien";
    add_good() "Add a good", "Ajouter un bien";
    add_service() "Add a service", "Ajouter un service";
    lines_hint() "Enter moves down a column. Paste rows from a spreadsheet into a description: description, quantity, unit price. 1,234.50 and 1 234,50 are both understood.", "Entrée descend dans la colonne. Collez des rangées d’un tableur dans une description : description, quantité, prix unitaire. 1 234,50 et 1,234.50 sont tous deux compris.";
    lines_empty() "No lines yet. Add the first good or service.", "Aucune ligne. Ajoutez un premier bien ou service.";
    paste_label() "Or paste rows from a spreadsheet here: description, quantity, unit price.", "Ou collez ici des rangées d’un tableur : description, quantité, prix unitaire.";
    solicitation_title() "What the solicitation says", "Ce que dit la demande de soumissions";
    solicitation_is(basis, share, set) "{basis} · {share} · {set}", "{basis} · {share} · {set}";
    solicitation_basis() "How lines are certified", "Comment les lignes sont attestées";
    solicitation_set() "Rules of origin it quotes", "Règles d’origine qu’elle cite";
    solicitation_share() "Share required (%)", "Part exigée (%)";
    solicitation_share_hint(percent) "Empty: {percent}, the policy’s own figure.", "Vide : {percent}, le chiffre de la politique.";
    solicitation_closing() "Closing day", "Jour de clôture";
    solicitation_closing_hint() "As 2026-11-22. Empty: rules are read for today.", "Ainsi : 2026-11-22. Vide : les règles se lisent pour aujourd’hui.";
}

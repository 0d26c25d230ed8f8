//! Texts of the page: the result.

texts! { super::origin::END;
    share_title() "Share", "Part";
    key_canadian() "Canadian", "Canadien";
    key_open() "Undecided", "Indécis";
    key_other() "Not Canadian", "Non canadien";
    line_by_line() "Line by line", "Ligne par ligne";
    column_line() "Line", "Ligne";
    column_why() "Why", "Pourquoi";
    reasons_of(name, status) "{name}: {status}", "{name} : {status}";
    read_today() "Read it under today’s rules", "La lire selon les règles d’aujourd’hui";
    read_older() "Read it under the older rules (NAFTA)", "La lire selon les règles antérieures (ALÉNA)";
    compare_title() "The same bid under other rules", "La même soumission selon d’autres règles";
    compare_none() "No good of this bid is judged by the rules, so nothing can differ.", "Aucun bien de cette soumission n’est jugé d’après les règles; rien ne peut donc différer.";
    compare_differs() "What differs", "Ce qui diffère";
    compare_nothing() "Nothing", "Rien";
    compare_status() "Other answer", "Autre réponse";
    compare_rule() "Other rule", "Autre règle";
    compare_bid() "The bid", "La soumission";
    print() "Print", "Imprimer";
    result_next() "What this means for the certificate", "Ce que cela signifie pour l’attestation";
    rules_used() "Rules used", "Règles utilisées";
}

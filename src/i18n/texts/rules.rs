//! The words of a rule of origin, put together by `i18n::rule` from the structure that is judged.

texts! { super::terms::END;
    // Codes by level, alone and several, plain, "from" and "to". French gender and number follow the level.
    chapter_one(codes) "chapter {codes}", "le chapitre {codes}";
    chapter_more(codes) "chapters {codes}", "les chapitres {codes}";
    heading_one(codes) "heading {codes}", "la position {codes}";
    heading_more(codes) "headings {codes}", "les positions {codes}";
    subheading_one(codes) "subheading {codes}", "la sous-position {codes}";
    subheading_more(codes) "subheadings {codes}", "les sous-positions {codes}";
    item_one(codes) "tariff item {codes}", "le numéro tarifaire {codes}";
    item_more(codes) "tariff items {codes}", "les numéros tarifaires {codes}";
    from_chapter_one(codes) "from chapter {codes}", "du chapitre {codes}";
    from_chapter_more(codes) "from chapters {codes}", "des chapitres {codes}";
    from_heading_one(codes) "from heading {codes}", "de la position {codes}";
    from_heading_more(codes) "from headings {codes}", "des positions {codes}";
    from_subheading_one(codes) "from subheading {codes}", "de la sous-position {codes}";
    from_subheading_more(codes) "from subheadings {codes}", "des sous-positions {codes}";
    from_item_one(codes) "from tariff item {codes}", "du numéro tarifaire {codes}";
    from_item_more(codes) "from tariff items {codes}", "des numéros tarifaires {codes}";
    to_chapter_one(codes) "to chapter {codes}", "au chapitre {codes}";
    to_chapter_more(codes) "to chapters {codes}", "aux chapitres {codes}";
    to_heading_one(codes) "to heading {codes}", "à la position {codes}";
    to_heading_more(codes) "to headings {codes}", "aux positions {codes}";
    to_subheading_one(codes) "to subheading {codes}", "à la sous-position {codes}";
    to_subheading_more(codes) "to subheadings {codes}", "aux sous-positions {codes}";
    to_item_one(codes) "to tariff item {codes}", "au numéro tarifaire {codes}";
    to_item_more(codes) "to tariff items {codes}", "aux numéros tarifaires {codes}";
    range_to(first, last) "{first} to {last}", "{first} à {last}";
    or_last(first, last) "{first} or {last}", "{first} ou {last}";

    // Open-ended sources.
    any_other_chapter() "from any other chapter", "de tout autre chapitre";
    any_other_heading() "from any other heading", "de toute autre position";
    any_other_subheading() "from any other subheading", "de toute autre sous-position";
    any_other_item() "from any other tariff item", "de tout autre numéro tarifaire";
    group_included(source) "{source}, another one inside the group included", "{source}, y compris à l’intérieur de ce groupe";
    group_included_codes(source, codes) "{source}, another one inside {codes} included", "{source}, y compris dans {codes}";
    outside_chapter() "from any chapter outside the group", "de tout chapitre à l’extérieur de ce groupe";
    outside_heading() "from any heading outside the group", "de toute position à l’extérieur de ce groupe";
    outside_subheading() "from any subheading outside the group", "de toute sous-position à l’extérieur de ce groupe";
    outside_item() "from any tariff item outside the group", "de tout numéro tarifaire à l’extérieur de ce groupe";
    group_within(source) "{source} inside the group", "{source} à l’intérieur de ce groupe";
    inside_codes(source, codes) "{source} inside {codes}", "{source} dans {codes}";
    inside_own_chapter(source) "{source} inside the good’s own chapter", "{source} à l’intérieur du chapitre même du produit";
    inside_own_heading(source) "{source} inside the good’s own heading", "{source} à l’intérieur de la position même du produit";
    inside_own_subheading(source) "{source} inside the good’s own subheading", "{source} à l’intérieur de la sous-position même du produit";
    from_that_chapter() "from the good’s own chapter", "du chapitre même du produit";
    from_that_heading() "from the good’s own heading", "de la position même du produit";
    from_that_subheading() "from the good’s own subheading", "de la sous-position même du produit";
    from_that_item() "from the good’s own tariff item", "du numéro tarifaire même du produit";
    other_good_own() "from any other good of the same subheading", "de tout autre produit de la même sous-position";
    other_good_of(codes) "from any other good classified in {codes}", "de tout autre produit compris dans {codes}";
    described(name) "from the good described as “{name}”", "du produit décrit comme « {name} »";
    described_of(name, codes) "from the good described as “{name}”, classified in {codes}", "du produit décrit comme « {name} », compris dans {codes}";
    more_than_one_of(list) "from more than one of these: {list}", "de plus d’un des éléments suivants : {list}";
    all_of_list(list) "from a combination of all of these: {list}", "d’une combinaison de tous les éléments suivants : {list}";

    list_entry(number, entry) "({number}) {entry}", "({number}) {entry}";

    // Exceptions and the second list.
    except_from(source, exceptions) "{source}, except {exceptions}", "{source}, sauf {exceptions}";
    also_from(source, others) "{source}, whether or not there is also a change {others}", "{source}, qu’il y ait ou non également un changement {others}";

    // Targets.
    target_limits(codes, limits) "{codes}, {limits}", "{codes}, {limits}";
    target_named(name) "for the good described as “{name}”", "pour le produit décrit comme « {name} »";
    target_residue() "for any other good", "pour tout autre produit";
    target_use(usage) "as a good “{usage}”", "en tant que produit « {usage} »";
    target_except(codes, except) "{codes} except {except}", "{codes} sauf {except}";

    // Ways.
    a_change(target, source) "A change {target} {source}", "Un changement {target} {source}";
    no_change(target) "No change in tariff classification is needed {target}", "Aucun changement nécessaire de la classification tarifaire {target}";
    a_process(target, process) "Production of goods classified in {target} by this process: {process}", "Production de produits compris dans {target} par le procédé suivant : {process}";
    unread_rule() "The text of this alternative has not been read by the program.", "Le texte de cette possibilité n’a pas été lu par le programme.";
    with_content(sentence, content) "{sentence}, with a regional value content of at least {content}", "{sentence}, à la condition que la teneur en valeur régionale soit d’au moins {content}";
    with_content_unstated(sentence) "{sentence}, with a sufficient regional value content (the text names no figure)", "{sentence}, à la condition que la teneur en valeur régionale soit suffisante (le texte ne donne pas de chiffre)";
    with_condition(sentence, condition) "{sentence}, provided that: {condition}", "{sentence}, à la condition suivante : {condition}";
    by_transaction_value(percent) "{percent} by transaction value", "{percent} selon la valeur transactionnelle";
    by_net_cost(percent) "{percent} by net cost", "{percent} selon le coût net";
    from_day(content, day) "{content} from {day}", "{content} à compter du {day}";
    full_stop(sentence) "{sentence}.", "{sentence}.";
}

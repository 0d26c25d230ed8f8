//! The languages that rules are read in: one grammar, and for each language the words that say its terms.
//!
//! The grammar is written in the words of the English texts. French words that mean a term of it are read as that
//! term, in place, so that what a part of the sentence says keeps its place; all other words stay as they are.

use super::token::{Kind, Token};

/// The language of a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// As SOR/94-14 and General Note 11 print the rules, and as this program says them.
    #[default]
    English,
    /// As DORS/94-14 prints the rules, and as this program says them.
    French,
}

/// French words, and the words of the grammar that they stand for; a stroke parts two that the place decides between.
/// An elided word stands alone. A phrase that begins with a capital does so in the sentence, too.
const FRENCH: &[(&str, &str)] = &[
    ("un changement", "a change"),
    ("aucun changement nécessaire de classement tarifaire", "no required change in tariff classification"),
    ("aucun changement de classement tarifaire nécessaire", "no required change in tariff classification"),
    (
        "aucun changement de classement tarifaire n’ est nécessaire",
        "no required change in tariff classification",
    ),
    ("aucun changement de classement tarifaire n’ est requis", "no required change in tariff classification"),
    ("aucun changement requis de classement tarifaire", "no required change in tariff classification"),
    (
        "aucun changement nécessaire de la classification tarifaire",
        "no required change in tariff classification",
    ),
    ("production de", "production of"),
    ("production de produits", "production of goods"),
    ("découlant d’", "as the result of"),
    ("compris dans", "classified in"),
    ("par le procédé suivant :", "by this process :"),
    // Places. "De" parts the good from its code as well as from its sources.
    ("à", "to"),
    ("à la", "to"),
    ("à l’", "to"),
    ("au", "to"),
    ("aux", "to"),
    ("de", "from/of"),
    ("de la", "from/of"),
    ("de l’", "from/of"),
    ("d’", "from/of"),
    ("du", "from/of"),
    ("des", "from/of"),
    // Levels.
    ("chapitre", "chapter"),
    ("le chapitre", "chapter"),
    ("chapitres", "chapters"),
    ("les chapitres", "chapters"),
    ("position", "heading"),
    ("la position", "heading"),
    ("positions", "headings"),
    ("les positions", "headings"),
    ("sous-position", "subheading"),
    ("la sous-position", "subheading"),
    ("sous-positions", "subheadings"),
    ("les sous-positions", "subheadings"),
    ("numéro tarifaire", "tariff item"),
    ("le numéro tarifaire", "tariff item"),
    ("numéros tarifaires", "tariff items"),
    ("les numéros tarifaires", "tariff items"),
    ("et", "and"),
    ("ou", "or"),
    // Open-ended sources.
    ("tout autre", "any other"),
    ("toute autre", "any other"),
    ("tout autre produit", "any other good"),
    ("du type", "of a kind"),
    ("toute autre produit", "any other good"),
    ("toute autre marchandise", "any other good"),
    ("un produit", "a good"),
    ("de l’ une des", "from/of"),
    ("à l’ une ou l’ autre des", "to"),
    ("à l’ intérieur de cette sous-position ou de", "from within that subheading or from/of"),
    ("tout produit", "any good"),
    ("tout chapitre", "any chapter"),
    ("toute position", "any heading"),
    ("toute sous-position", "any subheading"),
    ("tout numéro tarifaire", "any tariff item"),
    ("ce groupe", "that group"),
    ("ce chapitre", "that chapter"),
    ("cette position", "that heading"),
    ("ces positions", "those headings"),
    ("cette sous-position", "that subheading"),
    ("ces sous-positions", "those subheadings"),
    ("ce numéro tarifaire", "that tariff item"),
    ("de la même sous-position", "of the same subheading"),
    ("à l’ extérieur de ce groupe", "outside that group"),
    ("à l’ intérieur de", "within"),
    ("à l’ intérieur de la", "within"),
    ("à l’ intérieur du", "within"),
    ("à l’ intérieur des", "within"),
    ("de l’ intérieur de", "from within"),
    ("dans", "inside"),
    ("du chapitre même du produit", "from the good’s own chapter"),
    ("de la position même du produit", "from the good’s own heading"),
    ("de la sous-position même du produit", "from the good’s own subheading"),
    ("du numéro tarifaire même du produit", "from the good’s own tariff item"),
    ("à l’ intérieur du chapitre même du produit", "inside the good’s own chapter"),
    ("à l’ intérieur de la position même du produit", "inside the good’s own heading"),
    ("à l’ intérieur de la sous-position même du produit", "inside the good’s own subheading"),
    ("une autre", "another"),
    ("un autre", "another"),
    ("y compris une autre", "including another"),
    ("y compris un autre", "including another"),
    ("y compris à l’ intérieur de ce groupe", "another one inside the group included"),
    ("y compris de ce groupe", "another one inside the group included"),
    ("y compris dans", "another one inside"),
    // Goods and uses described by a short name.
    ("du produit décrit comme", "from the good described as"),
    ("pour le produit décrit comme", "for the good described as"),
    ("pour tout autre produit", "for any other good"),
    ("en tant que produit", "as a good"),
    ("Pour un produit", "For a good"),
    ("Pour tout autre produit", "For any other good"),
    // Exceptions, lists, what comes besides.
    ("sauf", "except"),
    ("visé à la note", "specified in note"),
    ("visés à la note", "specified in note"),
    ("visée à la note", "specified in note"),
    ("visées à la note", "specified in note"),
    ("à l’ exclusion", "except"),
    ("à l’ exception", "except"),
    ("plus d’ un des numéros suivants", "more than one of the following"),
    ("plus d’ un des éléments suivants", "more than one of the following"),
    ("une combinaison de tous les éléments suivants", "a combination of all of these"),
    ("une combinaison :", "a combination of"),
    ("une combinaison des deux éléments suivants", "a combination of both"),
    ("qu’ il y ait ou non également un changement", "whether or not there is also a change"),
    ("qu’ il y ait ou non un changement", "whether or not there is also a change"),
    ("qu’ il y ait ou non également un autre changement", "whether or not there is also a change"),
    ("qu’ il y ait également ou non un changement", "whether or not there is also a change"),
    // Content and conditions.
    ("de plus ,", "in addition"),
    ("à la condition que", "provided that"),
    ("à la condition qu’", "provided that"),
    ("à condition que", "provided that"),
    ("à la condition suivante", "provided that"),
    ("la teneur en valeur régionale", "the regional value content"),
    ("ne soit pas inférieure à", "is not less than"),
    ("ne doit pas être inférieure à", "is not less than"),
    ("soit d’ au moins", "is not less than"),
    ("soit suffisante", "is sufficient"),
    ("que", "that"),
    ("p . 100", "per cent"),
    ("p . cent", "per cent"),
    ("lorsque", "where"),
    ("lorsqu’ on utilise", "where"),
    ("la méthode de la valeur transactionnelle", "the transaction value method"),
    ("la valeur transactionnelle", "the transaction value"),
    ("la méthode du coût net", "the net cost method"),
    ("le coût net", "the net cost"),
    ("la méthode de coût net", "the net cost method"),
    ("est utilisée", "is used"),
    ("est utilisé", "is used"),
    ("selon", "under"),
    ("à compter du", "from"),
    ("note :", "note :"),
    ("remarque :", "note :"),
];

/// The tokens as the grammar reads them: French words for a term of it in place of that term.
pub(super) fn in_grammar(language: Language, found: Vec<Token<'_>>) -> Vec<Token<'_>> {
    match language {
        Language::English => found,
        Language::French => translated(&elided(found)),
    }
}

/// The tokens, an elided word apart from the word after it.
fn elided(found: Vec<Token<'_>>) -> Vec<Token<'_>> {
    let mut apart = Vec::with_capacity(found.len());
    for token in found {
        let after = token.text.find(['’', '\'']).map(|at| {
            let mark = token.text[at..].chars().next().map_or(1, char::len_utf8);
            at + mark
        });
        match after {
            Some(after) if token.kind == Kind::Word && after <= 5 && after < token.text.len() => {
                let (first, second) = token.text.split_at(after);
                apart.push(Token { text: first, end: token.start + after, ..token });
                apart.push(Token { text: second, start: token.start + after, ..token });
            }
            _ => apart.push(token),
        }
    }
    apart
}

fn translated<'t>(found: &[Token<'t>]) -> Vec<Token<'t>> {
    let mut read = Vec::with_capacity(found.len());
    let mut at = 0;
    while let Some(token) = found.get(at) {
        let Some((words, term)) = phrase_at(&found[at..]) else {
            read.push(*token);
            at += 1;
            continue;
        };
        let end = found.get(at + words - 1).map_or(token.end, |last| last.end);
        for word in term.split(' ') {
            let (text, also) = word.split_once('/').unwrap_or((word, ""));
            let kind = if text == ":" { Kind::Mark } else { Kind::Word };
            read.push(Token { text, also, start: token.start, end, kind });
        }
        at += words;
    }
    read
}

/// The longest phrase that stands at the start: how many tokens it takes, and what it stands for.
fn phrase_at(found: &[Token<'_>]) -> Option<(usize, &'static str)> {
    let mut best: Option<(usize, &'static str)> = None;
    let first = found.first().and_then(|it| it.text.chars().next()).map(plain);
    for (phrase, term) in FRENCH {
        // Most phrases begin otherwise.
        if phrase.chars().next().map(plain) != first {
            continue;
        }
        let stands_at = |(i, word): (usize, &str)| {
            found.get(i).is_some_and(|it| it.kind != Kind::Label && said(it.text, word))
        };
        let words = phrase.split(' ').count();
        if phrase.split(' ').enumerate().all(stands_at) && best.is_none_or(|(longest, _)| longest < words) {
            best = Some((words, term));
        }
    }
    best
}

/// Whether a word of the sentence is this one: large or small letters, and either apostrophe.
fn said(text: &str, word: &str) -> bool {
    if word.starts_with(char::is_uppercase) && !text.starts_with(char::is_uppercase) {
        return false;
    }
    alike(text, word)
}

/// Whether two words are the same but for large letters and the shape of the apostrophe.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let mut left = a.chars();
    let mut right = b.chars();
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if plain(a) == plain(b) => {}
            _ => return false,
        }
    }
}

fn plain(c: char) -> char {
    match c {
        '\'' => '’',
        '\u{2011}' => '-',
        'À' => 'à',
        'É' => 'é',
        c => c.to_ascii_lowercase(),
    }
}

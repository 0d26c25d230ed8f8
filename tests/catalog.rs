//! The names of the Harmonized System and the search in them: the quality set.

use canadian_content::units::HsCode;

/// A query as a customer types it, and the codes that a customs broker would start from.
struct Query {
    typed: &'static str,
    codes: Vec<HsCode>,
}

/// The quality set of a language: `query<TAB>code[ code...]`.
fn queries(table: &'static str) -> Vec<Query> {
    let mut found = Vec::new();
    for line in table.lines() {
        let (typed, codes) = line.split_once('\t').expect("a query, a tab, codes");
        let codes = codes.split(' ').map(|code| HsCode::read(code).expect("a code")).collect();
        found.push(Query { typed, codes });
    }
    found
}

const ENGLISH: &str = include_str!("data/find.en.tsv");
const FRENCH: &str = include_str!("data/find.fr.tsv");

#[test]
fn the_quality_set_has_two_hundred_queries_in_each_language() {
    for table in [ENGLISH, FRENCH] {
        let queries = queries(table);
        assert!(200 <= queries.len(), "only {} queries", queries.len());
        for query in &queries {
            assert!(!query.typed.trim().is_empty() && !query.codes.is_empty(), "{}", query.typed);
        }
    }
}

//! The search by words: what each word of a query says for each line, added up.

use super::fold::Stand;
use super::index::{Index, WHOLE};
use super::matches::{Asked, answer_of, asked};
use super::{Catalog, Found, Hit, code};
use crate::units::Level;

/// Full evidence for a line from one word of the query.
const FULL: u32 = 1000;
/// From the line's own name: what the thing is, what kind of it, and what is said further.
const NAME_HEAD: u32 = 930;
const NAME_FRONT: u32 = 850;
const NAME_BACK: u32 = 640;
/// Of what a word says that names the thing here and a kind of it there, or the other way round.
const OTHER_ROLE: u32 = 92;
/// Of what the heading's name or words say, what its subheadings have; of the chapter's name, every line in it.
const FROM_HEADING: u32 = 62;
const FROM_CHAPTER: u32 = 15;
/// From here on a word of the query counts as said.
const ENOUGH: u32 = 450;
/// A line that says the opposite gets nothing from above either.
const EXCLUDED: u16 = u16::MAX;

/// What each word of a query says for each line.
struct Evidence {
    /// One row a word, one entry a line.
    rows: Vec<Vec<u16>>,
    /// For each line, the everyday word that says most for it, and how much.
    leads: Vec<(u32, u32)>,
    /// For each line, how much one of its texts and the query say the same, in thousandths: the part of the text
    /// that the query says, times the part of the query that the text says.
    agreed: Vec<u32>,
}

impl Catalog {
    /// The lines that a query leads to, at most `limit` of them. A query is a code or its beginning, or words.
    pub fn find(&self, typed: &str, limit: usize) -> Found {
        if let Some(digits) = code::digits(typed) {
            return code::find(self, &digits, limit);
        }
        let asked = asked(&self.index, self.lang, typed);
        let evidence = self.evidence(&asked);
        let mut scores = self.scores(&asked, &evidence);
        scores.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        // What answers far worse than the best is not worth reading.
        let least = scores.first().map_or(0, |best| best.0 / 4);
        let count = scores.partition_point(|it| least <= it.0);
        scores.truncate(count);
        scores.truncate(limit);
        let mut found = Found { hits: Vec::with_capacity(scores.len()), older: None, by_code: false, count };
        for (_, place) in scores {
            let line = &self.lines[place];
            let own = answer_of(&self.index, self.lang, &asked, &line.label);
            // The everyday word is told where it answers what the name does not.
            let lead = self.index.lead(evidence.leads[place].0 as usize).map(|it| &it.text);
            let word = lead.filter(|text| {
                0 < evidence.leads[place].1
                    && answer_of(&self.index, self.lang, &asked, text).words & !own.words != 0
            });
            found.hits.push(Hit { code: line.code, parts: own.parts, word: word.cloned() });
        }
        found
    }

    fn evidence(&self, asked: &[Asked]) -> Evidence {
        let lines = self.lines.len();
        let mut evidence = Evidence { rows: Vec::new(), leads: vec![(0, 0); lines], agreed: vec![0; lines] };
        let texts = text_rows(&self.index, asked);
        let all: u32 = asked.iter().map(|one| one.weight).sum::<u32>().max(1);
        for row in &texts {
            let mut own = vec![0; lines];
            for (place, value) in own.iter_mut().enumerate() {
                *value = row[place];
            }
            evidence.rows.push(own);
        }
        for text in 0..self.index.texts() {
            let said = said(asked, &texts, text);
            if said == 0 {
                continue;
            }
            let covered = (said / self.index.total(text).max(1)).min(FULL);
            let agreed = covered * (said / all).min(FULL) / FULL;
            match self.index.lead(text) {
                None => evidence.agreed[text] = agreed,
                Some(lead) => {
                    for (rank, line) in lead.lines.iter().enumerate() {
                        let line = *line as usize;
                        follow(&mut evidence, &texts, text, line, covered, rank as u32);
                        evidence.agreed[line] = evidence.agreed[line].max(agreed);
                    }
                }
            }
        }
        for (row, one) in evidence.rows.iter_mut().zip(asked) {
            if let Some(digits) = &one.code {
                for (place, line) in self.lines.iter().enumerate() {
                    if line.code.as_str().starts_with(digits.as_str()) {
                        row[place] = FULL as u16;
                    }
                }
            }
            inherit(row, self.index.above());
        }
        evidence
    }

    /// The lines that anything speaks for, with their scores.
    fn scores(&self, asked: &[Asked], evidence: &Evidence) -> Vec<(u32, usize)> {
        let all: u32 = asked.iter().map(|one| one.weight).sum();
        let wants_parts =
            asked.iter().any(|one| one.terms.iter().any(|(term, _)| self.index.is_part_word(*term)));
        let mut found = Vec::new();
        for (place, line) in self.lines.iter().enumerate() {
            // A heading with one subheading is that subheading, and a chapter is no place to start from.
            if line.code.level() == Level::Chapter || self.has_one_below(place) {
                continue;
            }
            let (mut sum, mut said) = (0, 0);
            for (row, one) in evidence.rows.iter().zip(asked) {
                if row[place] != EXCLUDED && 0 < row[place] {
                    sum += one.weight * u32::from(row[place]);
                    said += one.weight * u32::from(row[place]).min(ENOUGH) / ENOUGH;
                }
            }
            if sum == 0 {
                continue;
            }
            // Every word should be said; what lacks one stands behind what has all.
            let share = FULL * said / all.max(1);
            let mut score = sum / all.max(1) * (400 + 600 * share / FULL) / FULL;
            score += score * evidence.agreed[place] / (2 * FULL);
            // What people have many words for is what they look for.
            score += score * self.index.popularity(place) / 50;
            score = score * finished(line.code.chapter()) / 100;
            if self.index.is_parts(place) && !wants_parts {
                score = score * 3 / 5;
            }
            found.push((score, place));
        }
        found
    }

    /// Whether the line is a heading with a single subheading.
    fn has_one_below(&self, place: usize) -> bool {
        let below = |at: usize| self.lines.get(at).is_some_and(|it| self.lines[place].code.holds(&it.code));
        self.lines[place].code.level() == Level::Heading && below(place + 1) && !below(place + 2)
    }
}

/// What is bought finished comes before what it is made of, where a query may mean either: of a hundred.
fn finished(chapter: u8) -> u32 {
    match chapter {
        // Ores and chemicals; raw hides, pulp and yarns; metals other than steel.
        26 | 28 | 29 | 41 | 43 | 47 | 50..=55 => 86,
        5 | 13 | 14 | 25 | 45 | 46 | 58 | 60 | 71 | 72 | 74..=81 => 92,
        _ => 100,
    }
}

/// For each word of the query, what it finds in each name and everyday word.
fn text_rows(index: &Index, asked: &[Asked]) -> Vec<Vec<u16>> {
    let names = index.above().len();
    let mut rows = Vec::with_capacity(asked.len());
    for one in asked {
        let mut row = vec![0_u16; index.texts()];
        for (term, quality) in &one.terms {
            for posting in index.postings_of(*term) {
                let place = &mut row[posting.text as usize];
                let is_name = (posting.text as usize) < names;
                if posting.negated != one.negated {
                    if is_name && *place == 0 && WHOLE < 2 * quality {
                        *place = EXCLUDED;
                    }
                    continue;
                }
                let best = match (is_name, posting.stand) {
                    (false, _) => FULL,
                    (true, Stand::Head) => NAME_HEAD,
                    (true, Stand::Front) => NAME_FRONT,
                    (true, Stand::Back) => NAME_BACK,
                };
                // A saw for chains is no chain for saws.
                let role = if one.head == (posting.stand == Stand::Head) { 100 } else { OTHER_ROLE };
                let value = (best * quality / WHOLE * role / 100) as u16;
                if *place == EXCLUDED || *place < value {
                    *place = value;
                }
            }
        }
        rows.push(row);
    }
    rows
}

/// What the words of the query say of a text, in thousandths of their weight, added up.
fn said(asked: &[Asked], texts: &[Vec<u16>], text: usize) -> u32 {
    let mut sum = 0;
    for (row, one) in texts.iter().zip(asked) {
        if row[text] != EXCLUDED {
            sum += u32::from(row[text]) * one.weight;
        }
    }
    sum
}

/// Lets an everyday word speak for a line that it leads to.
fn follow(evidence: &mut Evidence, texts: &[Vec<u16>], text: usize, line: usize, covered: u32, rank: u32) {
    // Half of a phrase says far less than half of what the phrase says: "paper" is no paper shredder.
    let trust = (covered * covered / FULL * 4 + covered) / 5;
    let likely = if rank == 0 { 100 } else { 92 - 3 * rank.min(5) };
    let trust = trust * likely / 100;
    let mut sum = 0;
    for (row, own) in texts.iter().zip(evidence.rows.iter_mut()) {
        if row[text] == EXCLUDED {
            continue;
        }
        let value = u32::from(row[text]) * trust / FULL;
        sum += value;
        if own[line] == EXCLUDED || u32::from(own[line]) < value {
            own[line] = value as u16;
        }
    }
    if evidence.leads[line].1 < sum {
        evidence.leads[line] = (text as u32, sum);
    }
}

/// Gives each line what its heading and its chapter have to say.
fn inherit(row: &mut [u16], above: &[(u32, u32)]) {
    for (place, (chapter, heading)) in above.iter().enumerate() {
        let own = row[place];
        if own == EXCLUDED || *chapter as usize == place {
            continue;
        }
        let from = |place: u32, share: u32| match row[place as usize] {
            EXCLUDED => 0,
            value => u32::from(value) * share / 100,
        };
        let mut best = u32::from(own).max(from(*chapter, FROM_CHAPTER));
        if *heading as usize != place {
            best = best.max(from(*heading, FROM_HEADING));
        }
        row[place] = best as u16;
    }
}

//! The engine: what it holds, and how it answers.

use super::ask::{
    Bid, Compare, Data, Feed, Find, Judge, Judged, Load, PackView, Packs, Question, SheetAsk, Summaries,
};
use crate::catalog::Catalog;
use crate::decide::decide_read;
use crate::draft::{Draft, check_with};
use crate::i18n::{self, Lang, Words};
use crate::io::draft_file;
use crate::notice;
use crate::origin::edition::EditionMap;
use crate::origin::notation;
use crate::origin::pack::{Pack, RuleSet};
use crate::present::sheet::{Sheet, Values};
use crate::present::sheets::notices;
use crate::present::sheets::{Bids, Context};
use crate::present::{self, CompareView, FindView, Mark, Reading};
use crate::units::Day;
use crate::wire::{Bytes, Raw, Wire};
use std::sync::Arc;

/// What it holds: the texts and rule sets it was given.
#[derive(Default)]
pub struct Engine {
    words: [Option<Words>; 2],
    packs: [Option<Pack>; 3],
    names: [Option<Catalog>; 2],
    editions: Option<Arc<EditionMap>>,
    notices: notice::File,
}

/// A bid as the engine works with it.
struct Read<'a> {
    words: &'a Words,
    draft: Draft,
    today: Day,
}

impl Engine {
    /// Answers a question in bytes. Nothing where they are no question, or the words for an answer are missing.
    pub fn answer(&mut self, asked: &[u8]) -> Vec<u8> {
        let Some((tag, asked)) = asked.split_first() else { return Vec::new() };
        match *tag {
            Load::TAG => with(asked, |it: Load| self.load(&it)),
            Judge::TAG => with(asked, |it: Judge| self.judge(&it)),
            Compare::TAG => with(asked, |it: Compare| self.compare(&it)),
            Summaries::TAG => with(asked, |it: Summaries| self.summaries(&it)),
            Packs::TAG => with(asked, |it: Packs| self.packs(&it)),
            Find::TAG => with(asked, |it: Find| self.find(&it)),
            SheetAsk::TAG => with(asked, |it: SheetAsk| self.sheet(&it)),
            Feed::TAG => feed(asked).map_or_else(Vec::new, |(it, bytes)| self.feed(&it, bytes).to_bytes()),
            _ => Vec::new(),
        }
    }

    fn words(&self, lang: Lang) -> Option<&Words> {
        self.words[lang as usize].as_ref()
    }

    fn pack(&self, set: RuleSet) -> Option<&Pack> {
        self.packs[set as usize].as_ref()
    }

    fn load(&mut self, file: &Load) -> bool {
        if let Some(set) = file.what.rule_set() {
            let pack = notation::read(&file.text).ok().filter(|pack| pack.set == set);
            let whole = pack.is_some();
            if whole {
                self.packs[set as usize] = pack;
                self.join();
            }
            return whole;
        }
        if file.what == Data::Editions {
            let editions = EditionMap::read(&file.text).ok().map(Arc::new);
            let whole = editions.is_some();
            if whole {
                self.editions = editions;
                self.join();
            }
            return whole;
        }
        let lang = match file.what {
            Data::TextsEn | Data::NamesEn => Lang::En,
            _ => Lang::Fr,
        };
        if file.what == Data::names(lang) {
            let names = Catalog::read(&file.text).ok().filter(|names| names.lang() == lang);
            let whole = names.is_some();
            if whole {
                self.names[lang as usize] = names;
            }
            return whole;
        }
        let words = Words::read(&file.text).ok().filter(|words| words.lang() == lang);
        let whole = words.is_some();
        if whole {
            self.words[lang as usize] = words;
        }
        whole
    }

    /// Gives every rule set the table of editions.
    fn join(&mut self) {
        for pack in self.packs.iter_mut().flatten() {
            pack.editions.clone_from(&self.editions);
        }
    }

    fn read(&self, bid: &Bid) -> Option<Read<'_>> {
        Some(Read {
            words: self.words(bid.lang)?,
            draft: draft_file::read(&bid.draft).ok()?,
            today: Day::read(&bid.today)?,
        })
    }

    fn judge(&self, asked: &Judge) -> Option<Judged> {
        let Read { words, draft, today } = self.read(&asked.bid)?;
        let pack = self.pack(draft.rule_set.meaning());
        let (bid, diagnostics) = check_with(&draft, today, pack);
        let decision = decide_read(&bid, pack, draft.readings());
        let reading =
            Reading { words, draft: &draft, bid: &bid, diagnostics: &diagnostics, decision: &decision, pack };
        let looked_at = asked.line.and_then(|id| {
            let line = decision.lines.iter().find(|line| id == 0 || line.id.0 == id)?;
            present::good(&reading, line.id, &asked.unfolded)
        });
        Some(Judged {
            lines: present::lines(&reading),
            result: present::result(&reading),
            solicitation: present::solicitation(&reading, today),
            good: looked_at,
            trees: if asked.trees { present::trees(&reading) } else { Vec::new() },
        })
    }

    fn compare(&self, asked: &Compare) -> Option<CompareView> {
        let Read { words, draft, today } = self.read(&asked.bid)?;
        let first = self.pack(draft.rule_set.meaning())?;
        let second = self.pack(asked.other.rule_set()?)?;
        Some(present::compare(words, &draft, today, first, second))
    }

    fn summaries(&self, asked: &Summaries) -> Vec<(String, (Mark, String))> {
        let mut said = Vec::new();
        for (id, bid) in &asked.drafts {
            if let Some(summary) = self.summary(bid) {
                said.push((id.clone(), summary));
            }
        }
        said
    }

    fn summary(&self, bid: &Bid) -> Option<(Mark, String)> {
        let Read { words, draft, today } = self.read(bid)?;
        let pack = self.pack(draft.rule_set.meaning());
        let (bid, diagnostics) = check_with(&draft, today, pack);
        let decision = decide_read(&bid, pack, draft.readings());
        let reading =
            Reading { words, draft: &draft, bid: &bid, diagnostics: &diagnostics, decision: &decision, pack };
        let result = present::result(&reading);
        Some((if draft.lines.is_empty() { Mark::Unknown } else { result.mark }, result.summary))
    }

    fn packs(&self, asked: &Packs) -> Vec<PackView> {
        let Some(words) = self.words(asked.lang) else { return Vec::new() };
        let mut said = Vec::new();
        for pack in self.packs.iter().flatten() {
            let of = |pair: &(String, String)| match asked.lang {
                Lang::En => pair.0.clone(),
                Lang::Fr => pair.1.clone(),
            };
            said.push(PackView {
                what: Data::of_set(pack.set),
                said: vec![
                    words.method_current_to(&i18n::day(pack.as_of)),
                    of(&pack.source),
                    of(&pack.licence),
                ],
            });
        }
        said
    }

    fn find(&self, asked: &Find) -> Option<FindView> {
        let names = self.names[asked.lang as usize].as_ref()?;
        Some(present::find(self.words(asked.lang)?, names, &asked.typed, MOST_FOUND))
    }

    fn feed(&mut self, piece: &Feed, bytes: &[u8]) -> bool {
        if piece.stop {
            self.notices.cancel();
            return false;
        }
        if piece.first {
            self.notices = notice::File::begin(piece.size);
        }
        self.notices.feed(bytes, piece.last)
    }

    fn sheet(&mut self, asked: &SheetAsk) -> Option<Sheet> {
        let today = Day::read(&asked.today)?;
        let values: Values = asked.values.iter().cloned().collect();
        if asked.name == notices::NAME {
            self.notices.find(notices::filter(&values));
            let words = self.words(asked.lang)?;
            return Some(notices::sheet(words, &values, today, &self.notices, &draft_file::write));
        }
        let words = self.words(asked.lang)?;
        let draft = draft_file::read(&asked.bid.1).ok();
        let context = Context {
            bids: Bids { list: &asked.bids, chosen: &asked.bid.0, draft: draft.as_ref() },
            words,
            values: &values,
            today,
            packs: self.packs.each_ref().map(Option::as_ref),
            names: self.names[asked.lang as usize].as_ref(),
        };
        present::sheets::of(&asked.name, &context)
    }
}

/// How many lines a search shows.
const MOST_FOUND: usize = 24;

/// Reads the question that hands over a piece of a file; the piece itself is not copied, as a file has many.
fn feed(asked: &[u8]) -> Option<(Feed, &[u8])> {
    let mut from = Bytes::new(asked);
    let (size, first) = (u64::take(&mut from)?, bool::take(&mut from)?);
    let (last, stop) = (bool::take(&mut from)?, bool::take(&mut from)?);
    let length = usize::try_from(from.number()?).ok()?;
    let bytes = from.take(length)?;
    from.is_done().then_some((Feed { size, first, last, stop, bytes: Raw(Vec::new()) }, bytes))
}

/// Reads a question, and writes its answer.
fn with<Q: Question>(asked: &[u8], answer: impl FnOnce(Q) -> Q::Answer) -> Vec<u8> {
    Q::of_bytes(asked).map_or_else(Vec::new, |question| answer(question).to_bytes())
}

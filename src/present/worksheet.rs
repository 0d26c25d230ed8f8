//! Regional value content on the Origin screen: each method side by side, and a worksheet of each, step by step.

use super::bill::Bill;
use super::cases::{Case, Saying, Tested, cases};
use super::lines::finding_word;
use super::sheet::{Block, Cell, FoldBlock, TableBlock};
use super::views::Mark;
use crate::case::{Good, Method};
use crate::draft::MaterialForm;
use crate::finding::Finding;
use crate::i18n::{self, Words};
use crate::judgement::Judgement;
use crate::origin::judge::{Entry, entries};
use crate::origin::pack::Pack;
use crate::origin::point::Point;
use crate::origin::provisions::Provisions;
use crate::units::{Citation, Content, Day, Money, Percent};

/// So many materials are listed; of more, only their number is told.
const MOST_LISTED: usize = 200;

/// What the worksheets of one good are made of.
pub(super) struct Worksheets<'a> {
    pub(super) words: &'a Words,
    pub(super) pack: &'a Pack,
    pub(super) good: &'a Good,
    pub(super) bill: &'a Bill<'a>,
    pub(super) day: Day,
    pub(super) material: i18n::MaterialName<'a>,
}

impl Worksheets<'_> {
    /// The methods that the rule allows side by side, and a worksheet of each. Nothing where no rule asks for content.
    pub(super) fn blocks(&self, judged: &Judgement<Point>) -> Vec<Block> {
        let saying = Saying { words: self.words, pack: self.pack, material: self.material };
        let cases = cases(&saying, judged);
        let mut tests: Vec<(&str, &Tested)> = Vec::new();
        for case in &cases {
            for test in &case.tests {
                tests.push((&case.label, test));
            }
        }
        if tests.is_empty() {
            return Vec::new();
        }
        let mut blocks = if let [only] = cases.as_slice() {
            vec![self.methods(&only.tests), Block::Hint(self.words.content_hint())]
        } else {
            self.by_case(&cases, judged.finding)
        };
        let entries = entries(self.pack, self.good, self.day).unwrap_or_default();
        for method in [Method::TransactionValue, Method::NetCost] {
            let mut of_method = Vec::new();
            for test in &tests {
                if test.1.method == method {
                    of_method.push(*test);
                }
            }
            if let Some((_, first)) = of_method.first() {
                let table = self.worksheet(first, &of_method, &entries);
                let summary = self.words.worksheet(&self.method_name(method));
                blocks.push(Block::Fold(FoldBlock { summary, open: false, item: None, blocks: vec![table] }));
            }
        }
        blocks
    }

    fn method_name(&self, method: Method) -> String {
        match method {
            Method::TransactionValue => self.words.method_transaction_value(),
            Method::NetCost => self.words.method_net_cost(),
        }
    }

    fn money(&self, amount: Option<Money>) -> String {
        amount.map_or_else(|| self.words.sheet_not_known(), |amount| i18n::money(self.words.lang(), amount))
    }

    fn percent(&self, value: Percent) -> String {
        i18n::percent(self.words.lang(), value.get())
    }

    fn methods(&self, tests: &[Tested]) -> Block {
        let words = self.words;
        let mut rows = Vec::new();
        for test in tests {
            let of = |amount: &dyn Fn(&Content) -> String| {
                test.content.as_ref().map_or_else(|| String::from("—"), amount)
            };
            let money = |amount: Money| i18n::money(words.lang(), amount);
            let row = vec![
                cell(self.method_name(test.method)),
                figure(of(&|content| money(content.base()))),
                figure(of(&|content| money(content.vnm()))),
                figure(of(&|content| i18n::percent(words.lang(), content.shown()))),
                figure(self.percent(test.needed)),
                self.met(test.finding),
            ];
            // The same figure may be written at two places.
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        Block::Table(TableBlock {
            caption: words.content_caption(),
            head: vec![
                words.column_method(),
                words.column_base(),
                words.column_foreign(),
                words.column_content(),
                words.column_needed(),
                words.column_met(),
            ],
            rows,
        })
    }

    /// What each case asks for, a line a case, and whether it is enough there.
    fn by_case(&self, cases: &[Case], finding: Finding) -> Vec<Block> {
        let words = self.words;
        let methods = [Method::TransactionValue, Method::NetCost];
        let mut contents: Vec<String> = Vec::new();
        let mut rows = Vec::new();
        for case in cases {
            let mut row = vec![cell(case.label.clone())];
            for method in methods {
                let mut asked = String::new();
                for test in &case.tests {
                    if test.method != method {
                        continue;
                    }
                    let needed = self.percent(test.needed);
                    if !asked.is_empty() {
                        asked.push_str("; ");
                    }
                    asked.push_str(&needed);
                    if let Some(content) = test.content {
                        let shown = i18n::percent(words.lang(), content.shown());
                        let one = words.labelled(&self.method_name(method), &shown);
                        if !contents.contains(&one) {
                            contents.push(one);
                        }
                    }
                }
                if asked.is_empty() {
                    asked = if case.tests.is_empty() {
                        none_asked(words, case)
                    } else {
                        words.content_not_open()
                    };
                }
                row.push(figure(asked));
            }
            row.push(self.met(case.finding));
            rows.push(row);
        }
        if contents.is_empty() {
            contents.push(words.sheet_not_known());
        }
        let open = finding == Finding::Unknown;
        let hint = if open { words.content_hint_cases() } else { words.content_hint_alike() };
        let [by_value, by_cost] = methods.map(|method| self.method_name(method));
        let table = TableBlock {
            caption: words.content_caption(),
            head: vec![words.column_case(), by_value, by_cost, words.column_enough()],
            rows,
        };
        vec![Block::Hint(words.content_cases(&contents.join("; "))), Block::Table(table), Block::Hint(hint)]
    }

    fn met(&self, finding: Finding) -> Cell {
        Cell { text: finding_word(self.words, finding), mark: Some(Mark::from(finding)), figure: false }
    }

    /// The worksheet of a method, whose tests differ in nothing but what they ask for.
    fn worksheet(&self, first: &Tested, tests: &[(&str, &Tested)], entries: &[Entry]) -> Block {
        let words = self.words;
        let provisions = Provisions::of(self.pack.set);
        let mut steps = Steps { sheet: self, rows: Vec::new() };
        match first.method {
            Method::TransactionValue => self.price(&mut steps, provisions.at(provisions.transaction_value)),
            Method::NetCost => self.net_cost(&mut steps, provisions.at(provisions.net_cost)),
        }
        for entry in entries.iter().take(MOST_LISTED) {
            self.entry(&mut steps, entry, provisions);
        }
        if entries.len() > MOST_LISTED {
            let more = (entries.len() - MOST_LISTED).to_string();
            steps.put(words.sheet_more(&more), String::new(), None);
        }
        let foreign = first.content.map(Content::vnm);
        steps.put(words.sheet_foreign(), self.money(foreign), Some(provisions.at(provisions.materials)));
        if let Some(content) = first.content {
            let (base, foreign) = (self.money(Some(content.base())), self.money(Some(content.vnm())));
            let shown = i18n::percent(words.lang(), content.shown());
            steps.put(words.sheet_content(&base, &foreign), shown, None);
        }
        for (case, test) in tests {
            let mut needed =
                if case.is_empty() { words.sheet_needed() } else { words.sheet_needed_for(case) };
            if let Some(cite) = &test.cite {
                needed = words.sheet_cited(&needed, &i18n::citation(words, cite));
            }
            let mut row = vec![cell(needed), figure(self.percent(test.needed))];
            row.push(self.met(test.finding));
            steps.rows.push(row);
        }
        Block::Table(TableBlock {
            caption: words.worksheet(&self.method_name(first.method)),
            head: vec![words.column_step(), words.column_figure(), words.column_written()],
            rows: steps.rows,
        })
    }

    fn price(&self, steps: &mut Steps<'_>, cite: Citation) {
        let words = self.words;
        let adjustments = [
            (words.sheet_shipment(), &self.bill.good.shipment_included),
            (words.sheet_inland(), &self.bill.good.inland_not_included),
        ];
        let adjusted = adjustments.iter().any(|(_, typed)| !typed.trim().is_empty());
        if !adjusted {
            steps.put(words.sheet_price_as_given(), self.money(self.good.price()), Some(cite));
            return;
        }
        steps.put(words.sheet_price(), self.money(read(&self.bill.good.transaction_value)), None);
        for (text, typed) in adjustments {
            if !typed.trim().is_empty() {
                steps.put(text, self.money(read(typed)), Some(cite.clone()));
            }
        }
        steps.put(words.sheet_transaction_value(), self.money(self.good.price()), Some(cite));
    }

    fn net_cost(&self, steps: &mut Steps<'_>, cite: Citation) {
        let (words, costs) = (self.words, &self.bill.good.costs);
        if !self.bill.good.net_cost.trim().is_empty() || self.good.net_cost.is_none() {
            steps.put(words.sheet_net_cost_as_given(), self.money(self.good.net_cost), Some(cite));
            return;
        }
        steps.put(words.sheet_total_cost(), self.money(read(&self.bill.good.total_cost)), None);
        for (text, typed) in [
            (words.sheet_promotion(), &costs.sales_promotion),
            (words.sheet_royalties(), &costs.royalties),
            (words.sheet_shipping(), &costs.shipping_packing),
            (words.sheet_interest(), &costs.interest),
        ] {
            steps.put(text, self.money(read(typed)), Some(cite.clone()));
        }
        steps.put(words.sheet_net_cost(), self.money(self.good.net_cost), Some(cite));
    }

    fn entry(&self, steps: &mut Steps<'_>, entry: &Entry, provisions: &Provisions) {
        let words = self.words;
        let name = (self.material)(entry.material);
        match entry.counts {
            Finding::No => {
                steps.put(words.sheet_not_counted(&name), String::from("—"), None);
                return;
            }
            Finding::Unknown => {
                steps.put(words.sheet_perhaps(&name), self.money(entry.value), None);
                return;
            }
            Finding::Yes => {}
        }
        let Some(form) = self.bill.get(entry.material) else {
            return;
        };
        let given = read(&form.value);
        if given.is_none() || given == entry.value || entry.value.is_none() {
            steps.put(name, self.money(entry.value), None);
            return;
        }
        // Its charges have changed it.
        steps.put(name.clone(), self.money(given), None);
        let sign = if given > entry.value { words.sheet_less() } else { words.sheet_plus() };
        let cite = provisions.at(provisions.materials);
        for (text, typed) in charges(words, &sign, &name, form) {
            if let Some(amount) = read(typed).filter(|amount| !amount.is_zero()) {
                steps.put(text, self.money(Some(amount)), Some(cite.clone()));
            }
        }
    }
}

/// The rows of a worksheet as they come.
struct Steps<'a> {
    sheet: &'a Worksheets<'a>,
    rows: Vec<Vec<Cell>>,
}

impl Steps<'_> {
    fn put(&mut self, text: String, amount: String, cite: Option<Citation>) {
        let cite = cite.map_or_else(String::new, |cite| i18n::citation(self.sheet.words, &cite));
        self.rows.push(vec![cell(text), figure(amount), cell(cite)]);
    }
}

fn charges<'f>(words: &Words, sign: &str, name: &str, form: &'f MaterialForm) -> [(String, &'f String); 4] {
    let charges = &form.charges;
    [
        (words.sheet_freight(sign, name), &charges.freight),
        (words.sheet_duty(sign, name), &charges.duty),
        (words.sheet_brokerage(sign, name), &charges.brokerage),
        (words.sheet_waste(sign, name), &charges.waste),
    ]
}

/// An amount as typed. Nothing where it was not, or cannot be read: the field says so.
fn read(typed: &str) -> Option<Money> {
    Money::read(typed.trim()).ok()
}

fn cell(text: String) -> Cell {
    Cell { text, mark: None, figure: false }
}

fn figure(text: String) -> Cell {
    Cell { text, mark: None, figure: true }
}

/// Where a case asks for no content: that it does not, or nothing where it fails before.
fn none_asked(words: &Words, case: &Case) -> String {
    if case.finding == Finding::No { String::from("—") } else { words.content_none_asked() }
}

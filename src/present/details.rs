//! What few goods need: further facts about the good and its materials, as blocks to be filled in below the grid.
//!
//! The name of a field is `@`, the id of the material (0: the good), and the path of the field in the draft file:
//! `@0.costs.royalties`, `@3.made.by`; of the line itself `@l.role`. `io::draft_file::set` takes it from there.

use super::lines::fields;
use super::sheet::{Block, FieldBlock, FieldKind, FoldBlock, GroupBlock, RowBlock, RowsBlock};
use super::views::{FieldView, Reading};
use crate::case::{LineId, MaterialId};
use crate::diagnostic::Field;
use crate::draft::{
    FactAnswer, GoodForm, LineForm, LineKind, MakerForm, MaterialForm, MethodForm, ObtainedForm, PurposeForm,
    RoleForm, SaleForm, StockEntryKind, StockMethodForm,
};
use crate::i18n::Words;

/// In a longer bill what was filled in about a material is sent when its fold is opened.
const MOST_FILLED: usize = 200;

/// The further facts about the good of a line, and about each of its materials, every one folded.
///
/// What is in a material's fold is there once it was unfolded or, in a short bill, something was filled in: a bill of ten
/// thousand materials has as many folds, and nobody opens them all.
pub(super) fn details(reading: &Reading<'_>, form: &LineForm, unfolded: &[u32]) -> Vec<Block> {
    let said = fields(reading.words, reading.diagnostics, LineId(form.id));
    let asking = Asking { words: reading.words, said: &said, item: 0 };
    let mut blocks = vec![asking.of_good(&form.good)];
    let few = form.good.materials.len() <= MOST_FILLED;
    for (index, material) in form.good.materials.iter().enumerate() {
        let asking = Asking { item: material.id, ..asking };
        if unfolded.contains(&material.id) || (few && has_further(material)) {
            blocks.push(asking.of_material(&form.good, index, material));
        } else {
            let summary = reading.words.details_material(&name(reading.words, index, material));
            blocks.push(asking.folded(summary, Vec::new()));
        }
    }
    blocks
}

/// What the line is to the total bid price.
pub(super) fn of_line(reading: &Reading<'_>, form: &LineForm) -> Block {
    let words = reading.words;
    let asking = Asking { words, said: &[], item: 0 };
    let roles = [
        (RoleForm::Offered, words.line_role_offered()),
        (RoleForm::Apart, words.line_role_apart()),
        (RoleForm::Option, words.line_role_option()),
        (RoleForm::Tax, words.line_role_tax()),
    ]
    .map(|(it, text)| (it.name(), text));
    let mut blocks = vec![named(asking.select("role", words.line_role(), form.role.name(), &roles))];
    if form.role == RoleForm::Apart {
        let mut goods = vec![(String::from("0"), words.line_goes_with_none())];
        for (at, other) in reading.draft.lines.iter().enumerate() {
            if other.id != form.id && other.kind == LineKind::Good {
                goods.push((other.id.to_string(), super::lines::line_name(words, &other.description, at)));
            }
        }
        let with = form.goes_with.to_string();
        blocks.push(named(asking.select("goes_with", words.line_goes_with(), with, &goods)));
    }
    let open = form.role != RoleForm::Offered;
    Block::Fold(FoldBlock { summary: words.line_in_total(), open, item: None, blocks })
}

/// The same field of the line itself: `@l.role`.
fn named(block: Block) -> Block {
    match block {
        Block::Field(it) => {
            let path = it.name.trim_start_matches("@0.");
            let name = ["@l.", path].concat();
            Block::Field(FieldBlock { name, ..it })
        }
        other => other,
    }
}

/// What asks about the good, or about one material.
#[derive(Clone, Copy)]
struct Asking<'a> {
    words: &'a Words,
    said: &'a [FieldView],
    item: u32,
}

impl Asking<'_> {
    fn of_good(self, good: &GoodForm) -> Block {
        let words = self.words;
        let sale = [
            (SaleForm::Unrelated, words.details_sale_unrelated()),
            (SaleForm::Related, words.details_sale_related()),
            (SaleForm::NoPrice, words.details_sale_none()),
        ]
        .map(|(it, text)| (it.name(), text));
        let mut blocks = vec![self.select("sale", words.details_sale(), good.sale.name(), &sale)];
        if good.sale == SaleForm::Related {
            let (label, hint) = (words.details_related_units(), words.details_related_hint());
            blocks.push(self.number(
                Field::RelatedUnits,
                "related_units_percent",
                label,
                hint,
                &good.related_units_percent,
            ));
        }
        let plain = |field, path: &str, label: String, value: &str| {
            self.number(field, path, label, String::new(), value)
        };
        blocks.push(plain(
            Field::ShipmentIncluded,
            "shipment_included",
            words.details_shipment(),
            &good.shipment_included,
        ));
        blocks.push(plain(
            Field::InlandNotIncluded,
            "inland_not_included",
            words.details_inland(),
            &good.inland_not_included,
        ));
        blocks.push(self.number(
            Field::TotalCost,
            "total_cost",
            words.details_total_cost(),
            words.details_net_cost_hint(),
            &good.total_cost,
        ));
        for (path, label, value) in [
            ("costs.sales_promotion", words.details_promotion(), &good.costs.sales_promotion),
            ("costs.royalties", words.details_royalties(), &good.costs.royalties),
            ("costs.shipping_packing", words.details_shipping(), &good.costs.shipping_packing),
            ("costs.interest", words.details_interest(), &good.costs.interest),
        ] {
            blocks.push(plain(Field::ExcludedCost, path, label, value));
        }
        let mut obtained = Vec::new();
        for it in ObtainedForm::ALL {
            obtained.push((it.name(), self.obtained(*it)));
        }
        blocks.push(self.select("obtained", words.details_obtained(), good.obtained.name(), &obtained));
        blocks.push(self.check("non_qualifying", words.details_non_qualifying(), good.non_qualifying));
        blocks.push(self.check("is_set", words.details_set(), good.is_set));
        blocks.push(self.number(
            Field::Weight,
            "weight",
            words.details_weight(),
            words.details_weight_hint(),
            &good.weight,
        ));
        self.folded(words.details_good(), blocks)
    }

    fn obtained(self, it: ObtainedForm) -> String {
        let words = self.words;
        match it {
            ObtainedForm::No => words.choose_obtained_no(),
            ObtainedForm::Mineral => words.choose_obtained_mineral(),
            ObtainedForm::Plant => words.choose_obtained_plant(),
            ObtainedForm::Animal => words.choose_obtained_animal(),
            ObtainedForm::FromAnimal => words.choose_obtained_from_animal(),
            ObtainedForm::Hunted => words.choose_obtained_hunted(),
            ObtainedForm::Aquaculture => words.choose_obtained_aquaculture(),
            ObtainedForm::SeaFish => words.choose_obtained_sea_fish(),
            ObtainedForm::FactoryShip => words.choose_obtained_factory_ship(),
            ObtainedForm::Seabed => words.choose_obtained_seabed(),
            ObtainedForm::Waste => words.choose_obtained_waste(),
            ObtainedForm::OfThese => words.choose_obtained_of_these(),
        }
    }

    fn of_material(self, good: &GoodForm, index: usize, material: &MaterialForm) -> Block {
        let words = self.words;
        let mut blocks = vec![Block::Hint(words.details_material_amounts())];
        let purposes = [
            (PurposeForm::Material, words.choose_purpose_material()),
            (PurposeForm::Indirect, words.choose_purpose_indirect()),
            (PurposeForm::Packing, words.choose_purpose_packing()),
            (PurposeForm::Packaging, words.choose_purpose_packaging()),
            (PurposeForm::Accessory, words.choose_purpose_accessory()),
            (PurposeForm::Recovered, words.choose_purpose_recovered()),
        ]
        .map(|(it, text)| (it.name(), text));
        blocks.push(self.select("purpose", words.details_purpose(), material.purpose.name(), &purposes));
        let mut parents = vec![(String::from("0"), words.choose_goes_into_good())];
        for (at, other) in good.materials.iter().enumerate() {
            if other.id != material.id && (other.made.by != MakerForm::No || other.id == material.goes_into) {
                parents.push((other.id.to_string(), name(words, at, other)));
            }
        }
        if parents.len() > 1 {
            let field =
                self.select("goes_into", words.details_goes_into(), material.goes_into.to_string(), &parents);
            blocks.push(self.told(field, Field::GoesInto));
        }
        let makers = [
            (MakerForm::No, words.choose_made_no()),
            (MakerForm::Supplier, words.choose_made_supplier()),
            (MakerForm::Accumulated, words.choose_made_accumulated()),
            (MakerForm::Own, words.choose_made_own()),
            (MakerForm::Intermediate, words.choose_made_intermediate()),
        ]
        .map(|(it, text)| (it.name(), text));
        let made = self.select("made.by", words.details_made(), material.made.by.name(), &makers);
        blocks.push(hinted(self.told(made, Field::Made), words.details_made_hint()));
        if material.made.by != MakerForm::No {
            blocks.extend(self.of_made(material));
        }
        blocks.push(self.charges(material));
        blocks.push(self.textile(material));
        blocks.extend(self.stock(material));
        self.folded(words.details_material(&name(words, index, material)), blocks)
    }

    fn of_made(self, material: &MaterialForm) -> Vec<Block> {
        let (words, made) = (self.words, &material.made);
        let methods = [
            (MethodForm::Either, words.method_either()),
            (MethodForm::TransactionValue, words.method_transaction_value()),
            (MethodForm::NetCost, words.method_net_cost()),
        ]
        .map(|(it, text)| (it.name(), text));
        let plain = |field, path: &str, label: String, value: &str| {
            self.number(field, path, label, String::new(), value)
        };
        let mut blocks = Vec::new();
        // What is not sold has no price, and no choice of a method.
        let sold = !matches!(made.by, MakerForm::Own | MakerForm::Intermediate);
        if sold || !made.transaction_value.is_empty() {
            let price = words.details_made_price();
            blocks.push(plain(Field::Made, "made.transaction_value", price, &made.transaction_value));
        }
        blocks.push(plain(Field::Made, "made.net_cost", words.details_made_net_cost(), &made.net_cost));
        blocks.push(plain(Field::Made, "made.total_cost", words.details_made_total_cost(), &made.total_cost));
        if sold {
            blocks.push(self.select("made.method", words.method_question(), made.method.name(), &methods));
        }
        blocks.push(self.check("made.all_listed", words.details_made_listed(), made.all_listed));
        blocks
    }

    fn charges(self, material: &MaterialForm) -> Block {
        let (words, charges) = (self.words, &material.charges);
        let mut blocks = Vec::new();
        for (path, label, value) in [
            ("charges.freight", words.details_freight(), &charges.freight),
            ("charges.duty", words.details_duty(), &charges.duty),
            ("charges.brokerage", words.details_brokerage(), &charges.brokerage),
            ("charges.waste", words.details_waste(), &charges.waste),
        ] {
            blocks.push(self.number(Field::Charge, path, label, String::new(), value));
        }
        blocks.push(self.fact("charges.included", words.details_included(), charges.included));
        blocks.push(self.fact("charges.documented", words.details_documented(), charges.documented));
        blocks.push(self.fact("charges.imported", words.details_imported(), charges.imported));
        Block::Group(GroupBlock { legend: words.details_charges(), blocks })
    }

    fn textile(self, material: &MaterialForm) -> Block {
        let words = self.words;
        let weight = words.details_material_weight();
        let blocks = vec![
            self.number(Field::MaterialWeight, "weight", weight, String::new(), &material.weight),
            self.fact("in_component", words.details_component(), material.in_component),
            self.check("elastomeric", words.details_elastomeric(), material.elastomeric),
        ];
        Block::Group(GroupBlock { legend: words.details_textile(), blocks })
    }

    fn stock(self, material: &MaterialForm) -> Vec<Block> {
        let (words, stock) = (self.words, &material.stock);
        let methods = [
            (StockMethodForm::None, words.choose_stock_none()),
            (StockMethodForm::Fifo, words.choose_stock_fifo()),
            (StockMethodForm::Lifo, words.choose_stock_lifo()),
            (StockMethodForm::Average, words.choose_stock_average()),
        ]
        .map(|(it, text)| (it.name(), text));
        let method = self.select("stock.method", words.details_stock(), stock.method.name(), &methods);
        if stock.method == StockMethodForm::None {
            return vec![method];
        }
        let kinds = [
            (StockEntryKind::Canadian, words.choose_stock_canadian()),
            (StockEntryKind::Foreign, words.choose_stock_foreign()),
            (StockEntryKind::Used, words.choose_stock_used()),
        ]
        .map(|(it, text)| (it.name(), text));
        let mut rows = Vec::new();
        for (index, entry) in stock.entries.iter().enumerate() {
            let number = (index + 1).to_string();
            let path = |name: &str| ["stock.entries.", &index.to_string(), ".", name].concat();
            let kind =
                self.field(&path("kind"), words.choose_stock_kind(), FieldKind::Select, entry.kind.name());
            let quantity = self.field(
                &path("quantity"),
                words.choose_stock_quantity(),
                FieldKind::Number,
                entry.quantity.clone(),
            );
            rows.push(RowBlock {
                id: index.to_string(),
                name: words.choose_stock_entry(&number),
                fields: vec![FieldBlock { choices: kinds.to_vec(), ..kind }, quantity],
                result: None,
                remove: words.choose_stock_remove(&number),
            });
        }
        let entries = RowsBlock {
            name: self.name("stock.entries"),
            caption: words.choose_stock_entries(),
            rows,
            add: words.choose_stock_add(),
        };
        let problem = self.problem(Field::StockQuantity);
        let mut blocks = vec![method, Block::Rows(entries)];
        if !problem.is_empty() {
            blocks.push(Block::Note(super::sheet::NoteBlock {
                mark: super::views::Mark::No,
                text: problem,
                cite: String::new(),
            }));
        }
        blocks
    }

    /// The name of a field.
    fn name(self, path: &str) -> String {
        ["@", &self.item.to_string(), ".", path].concat()
    }

    fn problem(self, field: Field) -> String {
        let item = if self.item == 0 { None } else { Some(MaterialId(self.item)) };
        let found = self.said.iter().find(|it| it.field == field && it.item == item);
        found.map_or_else(String::new, |it| it.text.clone())
    }

    fn field(self, path: &str, label: String, kind: FieldKind, value: String) -> FieldBlock {
        FieldBlock {
            name: self.name(path),
            label,
            hint: String::new(),
            value,
            kind,
            choices: Vec::new(),
            problem: String::new(),
        }
    }

    fn number(self, field: Field, path: &str, label: String, hint: String, value: &str) -> Block {
        let block = self.field(path, label, FieldKind::Number, value.to_owned());
        // What is said about several amounts together stands beside each that is filled in.
        let problem = if value.is_empty() { String::new() } else { self.problem(field) };
        Block::Field(FieldBlock { hint, problem, ..block })
    }

    fn select(self, path: &str, label: String, value: String, choices: &[(String, String)]) -> Block {
        let block = self.field(path, label, FieldKind::Select, value);
        Block::Field(FieldBlock { choices: choices.to_vec(), ..block })
    }

    fn check(self, path: &str, label: String, is: bool) -> Block {
        let value = if is { "yes" } else { "" };
        Block::Field(self.field(path, label, FieldKind::Check, value.to_owned()))
    }

    fn fact(self, path: &str, label: String, is: FactAnswer) -> Block {
        let words = self.words;
        let choices = [
            (FactAnswer::Unknown.name(), words.do_not_know()),
            (FactAnswer::Yes.name(), words.yes()),
            (FactAnswer::No.name(), words.no()),
        ];
        self.select(path, label, is.name(), &choices)
    }

    fn told(self, block: Block, field: Field) -> Block {
        match block {
            Block::Field(it) => Block::Field(FieldBlock { problem: self.problem(field), ..it }),
            other => other,
        }
    }

    fn folded(self, summary: String, blocks: Vec<Block>) -> Block {
        let item = Some(self.item).filter(|item| *item != 0);
        Block::Fold(FoldBlock { summary, open: false, item, blocks })
    }
}

fn hinted(block: Block, hint: String) -> Block {
    match block {
        Block::Field(it) => Block::Field(FieldBlock { hint, ..it }),
        other => other,
    }
}

/// Whether anything of what few materials need was filled in.
fn has_further(material: &MaterialForm) -> bool {
    let plain = MaterialForm {
        id: material.id,
        description: material.description.clone(),
        code: material.code.clone(),
        value: material.value.clone(),
        origin: material.origin,
        relation: material.relation,
        ..MaterialForm::default()
    };
    *material != plain
}

/// What a material is called.
fn name(words: &Words, index: usize, material: &MaterialForm) -> String {
    let description = material.description.trim();
    if description.is_empty() {
        words.material_number(&(index + 1).to_string())
    } else {
        description.to_owned()
    }
}

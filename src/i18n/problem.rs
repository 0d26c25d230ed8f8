//! What is wrong with a field, in words.

use super::words::Words;
use crate::decide::ServiceProblem;
use crate::diagnostic::{Field, FileProblem, Problem};
use crate::origin::stock::StockProblem;
use crate::units::{CodeProblem, DecimalProblem};

/// A problem as a sentence that names the next step.
pub fn problem(words: &Words, problem: &Problem) -> String {
    match problem {
        Problem::Empty | Problem::Number(DecimalProblem::Empty) | Problem::Code(CodeProblem::Empty) => {
            words.problem_empty()
        }
        Problem::Number(DecimalProblem::NotANumber) => words.problem_not_a_number(),
        Problem::Number(DecimalProblem::Negative) => words.problem_negative(),
        Problem::Number(DecimalProblem::Zero) => words.problem_zero(),
        Problem::Number(DecimalProblem::TooPrecise) => words.problem_too_precise(),
        Problem::Number(DecimalProblem::TooLarge) => words.problem_too_large(),
        Problem::Code(CodeProblem::NotDigits) => words.problem_not_digits(),
        Problem::Code(CodeProblem::OddLength { digits }) => words.problem_odd_length(&digits.to_string()),
        Problem::Code(CodeProblem::NoSuchChapter) => words.problem_no_chapter(),
        Problem::NoSuchCode { code, edition } => words.problem_no_such_code(&code.to_string(), edition.id()),
        Problem::OlderCode { code, edition, successors } => {
            let successors: Vec<String> = successors.iter().map(ToString::to_string).collect();
            words.problem_older_code(&code.to_string(), edition.id(), &successors.join(", "))
        }
        Problem::NationalDigits => words.problem_national_digits(),
        Problem::NotADay => words.problem_not_a_day(),
        Problem::NoSuchReading => words.problem_no_such_reading(),
        Problem::TooLong { limit } => words.problem_too_long(&limit.to_string()),
        Problem::Parts(ServiceProblem::MoreThanPrice) => words.problem_more_than_price(),
        Problem::Parts(ServiceProblem::TwoRemainders) => words.problem_two_remainders(),
        Problem::MaterialsExceedPrice => words.problem_materials_exceed_price(),
        Problem::NoteMissing => words.problem_note_missing(),
        Problem::ObtainedOfMaterials => words.problem_obtained_of_materials(),
        Problem::MoreThanWhole => words.problem_more_than_whole(),
        Problem::ExcludedExceedTotal => words.problem_excluded_exceed_total(),
        Problem::InclusionMissing => words.problem_inclusion_missing(),
        Problem::NoSuchMaterial => words.problem_no_such_material(),
        Problem::Cycle => words.problem_cycle(),
        Problem::TooDeep { limit } => words.problem_too_deep(&limit.to_string()),
        Problem::MakerMissing => words.problem_maker_missing(),
        Problem::OwnPrice => words.problem_own_price(),
        Problem::Stock(StockProblem::NothingOut) => words.problem_stock_nothing_out(),
        Problem::Stock(StockProblem::MoreOutThanIn) => words.problem_stock_more_out(),
    }
}

/// Why a file cannot be opened, as a sentence.
pub fn file_problem(words: &Words, problem: &FileProblem) -> String {
    match problem {
        FileProblem::TooLarge => words.unopened_too_large(),
        FileProblem::NotJson { line, column } => {
            words.unopened_not_json(&line.to_string(), &column.to_string())
        }
        FileProblem::NotADraft => words.unopened_not_a_draft(),
        FileProblem::Newer { schema } => words.unopened_newer(&schema.to_string()),
        FileProblem::Field { path, line, column } if path.is_empty() => {
            words.unopened_place(&line.to_string(), &column.to_string())
        }
        FileProblem::Field { path, line, column } => {
            words.unopened_field(path, &line.to_string(), &column.to_string())
        }
    }
}

/// The name of a field, as its label says it.
pub fn field(words: &Words, field: Field) -> String {
    match field {
        Field::Title => words.field_title(),
        Field::RuleSet => words.label_origin_rules(),
        Field::Readings => words.register_title(),
        Field::Threshold => words.field_threshold(),
        Field::ClosingDay => words.field_closing_day(),
        Field::Description | Field::MaterialDescription => words.field_description(),
        Field::Quantity => words.field_quantity(),
        Field::UnitPrice => words.field_unit_price(),
        Field::Amount => words.field_amount(),
        Field::Code | Field::MaterialCode => words.field_code(),
        Field::TransactionValue => words.field_transaction_value(),
        Field::NetCost => words.field_net_cost(),
        Field::TotalCost => words.field_total_cost(),
        Field::Note => words.field_note(),
        Field::MaterialValue => words.field_material_value(),
        Field::RelatedUnits => words.field_related_units(),
        Field::ShipmentIncluded => words.field_shipment_included(),
        Field::InlandNotIncluded => words.field_inland_not_included(),
        Field::ExcludedCost => words.field_excluded_cost(),
        Field::Obtained => words.field_obtained(),
        Field::Weight | Field::MaterialWeight => words.field_weight(),
        Field::Charge => words.field_charge(),
        Field::GoesInto => words.field_goes_into(),
        Field::Made => words.field_made(),
        Field::StockQuantity => words.field_stock_quantity(),
        Field::PartWho => words.field_who(),
        Field::PartAmount => words.field_part_amount(),
    }
}

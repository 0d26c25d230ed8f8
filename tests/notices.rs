//! Files of tender notices: made up here, row by row, as CanadaBuys writes them.

use canadian_content::finding::Finding;
use canadian_content::notice::csv::Fault;
use canadian_content::notice::{
    Category, Field, File, Filter, Kind, LimitTold, Notice, Problem, State, filter_words,
};
use canadian_content::units::Day;
use proptest::prelude::*;
use std::time::Instant;

/// The head of a file, with columns that are kept and columns that are not.
const HEAD: &str = "title-titre-eng,title-titre-fra,referenceNumber-numeroReference,solicitationNumber-numeroSollicitation,publicationDate-datePublication,tenderClosingDate-appelOffresDateCloture,procurementCategory-categorieApprovisionnement,procurementMethod-methodeApprovisionnement-eng,tradeAgreements-accordsCommerciaux-eng,tradeAgreements-accordsCommerciaux-fra,contractingEntityName-nomEntitContractante-eng,contactInfoName-informationsContactNom,contactInfoEmail-informationsContactCourriel,noticeURL-URLavis-eng,tenderDescription-descriptionAppelOffres-eng,tenderDescription-descriptionAppelOffres-fra";

/// A row of such a file.
#[derive(Clone)]
struct Row<'a> {
    title: &'a str,
    category: &'a str,
    method: &'a str,
    agreements: &'a str,
    buyer: &'a str,
    text: &'a str,
    closes: &'a str,
}

const PLAIN: Row<'_> = Row {
    title: "Chairs",
    category: "*GD",
    method: "Competitive - Open Bidding",
    agreements: "",
    buyer: "Public Services and Procurement Canada (PSPC)",
    text: "Chairs for an office.",
    closes: "2026-12-01T14:00:00",
};

impl Row<'_> {
    fn cells(&self, number: usize) -> String {
        let quoted = |text: &str| ["\"", &text.replace('"', "\"\""), "\""].concat();
        let number = number.to_string();
        [
            quoted(self.title),
            quoted(&["FR ", self.title].concat()),
            ["cb-", &number].concat(),
            ["W-", &number].concat(),
            String::from("2026-11-02"),
            self.closes.to_owned(),
            quoted(self.category),
            quoted(self.method),
            quoted(self.agreements),
            String::new(),
            quoted(self.buyer),
            String::from("Jeanne Personne"),
            String::from("jeanne.personne@example.org"),
            ["https://example.org/", &number].concat(),
            quoted(self.text),
            quoted(self.text),
        ]
        .join(",")
    }
}

fn file_of(rows: &[Row<'_>]) -> String {
    let mut text = HEAD.to_owned();
    for (at, row) in rows.iter().enumerate() {
        text.push_str("\r\n");
        text.push_str(&row.cells(at + 1));
    }
    text.push_str("\r\n");
    text
}

fn read(bytes: &[u8], piece: usize) -> File {
    let mut file = File::begin(bytes.len() as u64);
    let mut pieces = bytes.chunks(piece.max(1)).peekable();
    if pieces.peek().is_none() {
        file.feed(&[], true);
    }
    while let Some(piece) = pieces.next() {
        file.feed(piece, pieces.peek().is_none());
    }
    assert_eq!(file.state, State::Read);
    file
}

#[test]
fn what_a_notice_tells_and_what_it_does_not() {
    let table = [
        ("silence is never a no", PLAIN, Kind::Open, LimitTold::Silent, Finding::Unknown),
        (
            "the domestic agreement alone does not switch it off",
            Row { agreements: "*Canadian Free Trade Agreement (CFTA)", ..PLAIN },
            Kind::Open,
            LimitTold::Silent,
            Finding::No,
        ),
        (
            "no agreement, as it says itself",
            Row { agreements: "None", ..PLAIN },
            Kind::Open,
            LimitTold::Silent,
            Finding::No,
        ),
        (
            "an international agreement",
            Row {
                agreements: "*Canadian Free Trade Agreement (CFTA)\n*World Trade Organization-Agreement on Government Procurement (WTO-AGP)",
                ..PLAIN
            },
            Kind::Off,
            LimitTold::Silent,
            Finding::Yes,
        ),
        (
            "a label nobody knows",
            Row { agreements: "*Accord of the moon", ..PLAIN },
            Kind::Open,
            LimitTold::Silent,
            Finding::Unknown,
        ),
        (
            "CUSMA binds nobody here",
            Row { agreements: "*NAFTA", ..PLAIN },
            Kind::Open,
            LimitTold::Silent,
            Finding::Unknown,
        ),
        (
            "its own words",
            Row { text: "This procurement is solely limited to Canadian goods.", ..PLAIN },
            Kind::Solely,
            LimitTold::Solely,
            Finding::Unknown,
        ),
        (
            "its own words, conditionally",
            Row { text: "It is conditionally limited to Canadian services", ..PLAIN },
            Kind::Conditionally,
            LimitTold::Conditionally,
            Finding::Unknown,
        ),
        (
            "both limits",
            Row {
                text: "Lot 1 is solely limited to Canadian goods, lot 2 is conditionally limited to Canadian goods",
                ..PLAIN
            },
            Kind::Conflict,
            LimitTold::Both,
            Finding::Unknown,
        ),
        (
            "a limit with a not",
            Row { text: "The need is not solely limited to Canadian goods", ..PLAIN },
            Kind::Conflict,
            LimitTold::Denied,
            Finding::Unknown,
        ),
        (
            "a limit beside an agreement",
            Row { text: "solely limited to Canadian goods", agreements: "CETA", ..PLAIN },
            Kind::Conflict,
            LimitTold::Solely,
            Finding::Yes,
        ),
        (
            "a word of Canadian content beside an agreement",
            Row { text: "The Canadian Content Policy applies", agreements: "CETA", ..PLAIN },
            Kind::Conflict,
            LimitTold::Content,
            Finding::Yes,
        ),
        (
            "a word of Canadian content",
            Row { text: "The Canadian Content Policy applies", ..PLAIN },
            Kind::Content,
            LimitTold::Content,
            Finding::Unknown,
        ),
        (
            "an agreement and a set-aside",
            Row { text: "Set aside under PSIB", agreements: "CETA", ..PLAIN },
            Kind::Open,
            LimitTold::Silent,
            Finding::Unknown,
        ),
        (
            "not competitive",
            Row { method: "Non-Competitive", ..PLAIN },
            Kind::Off,
            LimitTold::Silent,
            Finding::Unknown,
        ),
        (
            "an advance notice may become a competition",
            Row { method: "Advance Contract Award Notice", ..PLAIN },
            Kind::Open,
            LimitTold::Silent,
            Finding::Unknown,
        ),
        (
            "construction is a warning only",
            Row { category: "*CNST", ..PLAIN },
            Kind::Open,
            LimitTold::Silent,
            Finding::Unknown,
        ),
    ];
    let rows: Vec<Row<'_>> = table.iter().map(|row| row.1.clone()).collect();
    let file = read(file_of(&rows).as_bytes(), 7);
    assert_eq!(file.problem, None);
    for (notice, (why, _, kind, limit, international)) in file.notices().iter().zip(table) {
        let told = file.told(notice);
        assert_eq!((told.kind, told.limit, told.international), (kind, limit, international), "{why}");
        assert_eq!(notice.kind, kind, "{why}");
    }
}

#[test]
fn persons_are_not_kept() {
    let file = read(file_of(&[PLAIN]).as_bytes(), 100);
    let notice = format!("{:?}", file.notices());
    assert!(!notice.contains("Personne") && !notice.contains("personne"), "{notice}");
}

#[test]
fn fields_are_read_in_both_languages() {
    let file = read(file_of(&[PLAIN]).as_bytes(), 1000);
    let notice: &Notice = file.notices().first().expect("one");
    assert_eq!((notice.text(Field::Title, false), notice.text(Field::Title, true)), ("Chairs", "FR Chairs"));
    assert_eq!(
        notice.text(Field::Buyer, true),
        "Public Services and Procurement Canada (PSPC)",
        "there is no French one"
    );
    assert_eq!(notice.day(Field::Closes), Some(Day::new(2026, 12, 1)));
    assert_eq!(notice.closing_time(), Some("14:00"));
    assert_eq!(notice.categories(), [Category::Goods]);
    assert_eq!((notice.row, notice.number()), (2, "cb-1"));
}

#[test]
fn notices_are_found() {
    let rows = [
        Row { title: "Chaises d’école", ..PLAIN },
        Row { title: "Boots", category: "*GD\n*SRV", closes: "2026-12-24", ..PLAIN },
        Row { title: "Bridge", category: "CNST", closes: "", ..PLAIN },
    ];
    let mut file = read(file_of(&rows).as_bytes(), 1 << 20);
    let words = |typed: &str| Filter { words: filter_words(typed), ..Filter::default() };
    for (filter, expected) in [
        (Filter::default(), &[0, 1, 2][..]),
        (words("ECOLE chaises"), &[0]),
        (words("office pspc"), &[0, 1, 2]),
        (words("w-2"), &[1]),
        (words("chaises boots"), &[]),
        (words("personne"), &[]),
        (Filter { category: Some(Category::Services), ..Filter::default() }, &[1]),
        (Filter { closes_from: Some(Day::new(2026, 12, 2)), ..Filter::default() }, &[1]),
        (Filter { kind: Some(Kind::Open), ..Filter::default() }, &[0, 1, 2]),
        (Filter { kind: Some(Kind::Off), ..Filter::default() }, &[]),
    ] {
        file.find(filter.clone());
        assert_eq!(file.found(), expected, "{filter:?}");
    }
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_nothing_is_lost() {
    let whole = file_of(&[PLAIN, PLAIN, PLAIN]);
    let place = |problem: &Option<Problem>| match problem {
        Some(Problem::Csv(_, place) | Problem::CutOff(place)) => {
            (place.row, place.column, place.name.clone())
        }
        _ => (0, 0, String::new()),
    };
    // Cut off within quotes, and between cells.
    let cut = whole.rfind("Chairs for").expect("the last text") + 8;
    let file = read(&whole.as_bytes()[..cut], 64);
    assert_eq!(place(&file.problem), (4, 16, String::from("tenderDescription-descriptionAppelOffres-fra")));
    assert_eq!(file.notices().len(), 2);
    let cut = whole.rfind(",jeanne").expect("the last address");
    let file = read(&whole.as_bytes()[..cut], 64);
    assert!(matches!(file.problem, Some(Problem::CutOff(_))));
    assert_eq!(place(&file.problem).0, 4);
    assert_eq!(file.notices().len(), 2);
    // A quote that nobody closes, and one in the wrong place.
    let at = whole.find("\"Chairs\"").expect("the first title");
    let mut wrong = whole.clone();
    wrong.replace_range(at..at + 8, "\"Chairs\"x");
    let file = read(wrong.as_bytes(), 64);
    assert!(matches!(file.problem, Some(Problem::Csv(Fault::AfterQuote, _))));
    assert_eq!(place(&file.problem), (2, 1, String::from("title-titre-eng")));
    // A cell of ten megabytes.
    let long = "x".repeat(10_000_000);
    let file = read(file_of(&[PLAIN, Row { text: &long, ..PLAIN }, PLAIN]).as_bytes(), 1 << 16);
    assert!(matches!(file.problem, Some(Problem::Csv(Fault::LongCell, _))));
    assert_eq!((place(&file.problem).0, file.notices().len()), (3, 1));
    // Rows with another number of cells are left out and told.
    let uneven = whole.replacen("\r\n\"Chairs\"", "\r\nodd,row\r\n\"Chairs\"", 2);
    let file = read(uneven.as_bytes(), 64);
    assert_eq!((file.problem.clone(), file.uneven, file.notices().len()), (None, Some((2, 2)), 3));
}

#[test]
fn other_files_are_told_apart() {
    let fault = |bytes: &[u8]| read(bytes, 11).problem;
    let columns = fault(b"name,price\nDesk,1\n");
    assert_eq!(columns, Some(Problem::OtherColumns(vec![String::from("name"), String::from("price")])));
    assert!(matches!(fault(b"<!DOCTYPE html>\n<p>Welcome"), Some(Problem::OtherColumns(_))));
    assert!(
        matches!(fault(b"title-titre-eng,gsin-nibs\nDesk,1\n"), Some(Problem::OtherColumns(_))),
        "no number"
    );
    assert_eq!(fault(HEAD.as_bytes()), Some(Problem::NoRows));
    assert!(matches!(fault(b""), Some(Problem::Csv(Fault::Empty, _))));
    assert!(matches!(fault(b"PK\x03\x04..."), Some(Problem::Csv(Fault::Packed, _))));
    let file = read(&[b"titre-fra,numeroReference\nsoci\xe9t\xe9,1\n".as_slice()].concat(), 5);
    assert_eq!((file.problem.clone(), file.other_writing), (None, Some(2)));
    assert_eq!(file.notices()[0].text(Field::Title, false), "société");
}

#[test]
fn cancelling_forgets() {
    let mut file = File::begin(1000);
    assert!(file.feed(file_of(&[PLAIN, PLAIN]).as_bytes(), false));
    assert_eq!(file.notices().len(), 2);
    file.cancel();
    assert_eq!((file.state, file.notices().len()), (State::Cancelled, 0));
    assert!(!file.feed(b"more", true));
}

proptest! {
    #[test]
    fn where_pieces_end_makes_no_difference(
        texts in prop::collection::vec("[a-zé\"\r\n, ]{0,24}", 1..6),
        piece in 1_usize..40,
        cut in 0_usize..60,
    ) {
        let rows: Vec<Row<'_>> = texts.iter().map(|text| Row { text, title: text, ..PLAIN }).collect();
        let text = file_of(&rows);
        let bytes = &text.as_bytes()[..text.len() - cut];
        let (one, other) = (read(bytes, usize::MAX), read(bytes, piece));
        prop_assert_eq!(&one.problem, &other.problem);
        prop_assert_eq!(format!("{:?}", one.notices()), format!("{:?}", other.notices()));
        if cut == 0 {
            prop_assert_eq!(one.problem, None);
            prop_assert_eq!(other.notices().len(), texts.len());
            for (notice, text) in other.notices().iter().zip(&texts) {
                prop_assert_eq!(notice.text(Field::Description, false), text.trim());
            }
        }
    }
}

/// Bytes of a file of so many notices, of some 1,300 bytes each.
fn large(rows: usize) -> Vec<u8> {
    let sentence = "Furnishing and delivering of office chairs with armrests, as described in the documents.\r\nThe standing offer, \"as and when\" requested, covers three years; fournir et livrer des chaises à accoudoirs. ";
    let mut text = HEAD.to_owned();
    for at in 0..rows {
        let long = sentence.repeat(1 + at % 4);
        let agreements = [
            "",
            "*Canadian Free Trade Agreement (CFTA)",
            "*Canadian Free Trade Agreement (CFTA)\n*Canada-Colombia\n*WTO-AGP",
        ];
        text.push_str("\r\n");
        text.push_str(&Row { text: &long, agreements: agreements[at % 3], ..PLAIN }.cells(at));
    }
    text.into_bytes()
}

/// Prints how long it took: `cargo test --release --test notices sixty -- --nocapture`.
#[test]
#[allow(clippy::disallowed_methods)] // Only a measurement tells the time.
fn sixty_thousand_notices_are_read_and_searched() {
    let bytes = large(60_000);
    let started = Instant::now();
    let mut file = read(&bytes, 1 << 19);
    let reading = started.elapsed();
    assert_eq!((file.problem.clone(), file.notices().len()), (None, 60_000));
    let started = Instant::now();
    file.find(Filter { words: filter_words("accoudoirs CB-59999"), ..Filter::default() });
    let searching = started.elapsed();
    assert_eq!(file.found(), [59_999]);
    println!(
        "{} bytes read in {} ms, searched in {} ms",
        bytes.len(),
        reading.as_millis(),
        searching.as_millis()
    );
}

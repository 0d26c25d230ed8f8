//! The instruments an answer rests on, and where in them a thing is written.

use std::borrow::Cow;

/// A text that is cited. Its title and address in both languages stand with the words of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// Supply Manual, Annex 3.6, Canadian Content Policy: "the annex".
    Sm36,
    /// SACC Manual clause A3050T, Canadian Content Definition, of 2020-07-01.
    A3050t,
    /// NAFTA Rules of Origin Regulations, SOR/94-14, as last in force.
    Sor9414,
    /// CUSMA Rules of Origin Regulations, SOR/2020-155.
    Sor2020155,
    /// HTSUS General Note 11, 2025 Revision 7: the product rules of Annex 4-B in their United States publication.
    Gn11,
    /// Supply Manual 3.130.
    Sm3130,
    /// Policy notification PN-109U2 (2014-03-13).
    Pn109,
    /// Clause M3060C (2021-05-20).
    M3060c,
    /// Buy Canadian: Policy on Prioritizing Canadian Suppliers and Canadian Content (2025-12-16).
    Bcsc,
    /// Buy Canadian: Policy on Prioritizing Canadian Materials (2025-12-16).
    Bcmat,
    /// Buyer’s Guide, Verify offers (read 2026-03-23).
    Bgver,
    /// Buyer’s Guide, Interim Policy on Reciprocal Procurement (read 2026-03-23).
    Bgrec,
    /// Buyer’s Guide, Trade agreement applicability (read 2026-03-23).
    Bgta,
    /// Buyer’s Guide, Notice of proposed procurement (read 2026-03-23).
    Bgnpp,
    /// Buyer’s Guide, When to cancel or reissue (read 2026-03-23).
    Bgcan,
    /// Buyer’s Guide, Phased offer compliance process (read 2026-03-23).
    Bgpocp,
    /// Buyer’s Guide, Indigenous considerations (read 2026-03-23).
    Bgind,
    /// Buyer’s Guide, Certifications while a contract runs (read 2026-03-23).
    Bgmcert,
    /// Buyer’s Guide, Conduct a financial evaluation (read 2026-03-23).
    Bgfin,
    /// Buyer’s Guide, Invitation to tender (read 2026-03-23).
    Bgitt,
    /// Supply Manual, Annex 9.4.
    Sm94,
    /// Contracting Policy Notice 2023-6.
    Cpn20236,
    /// Contracting Policy Notice 2025-8.
    Cpn20258,
    /// A customs broker’s digest of Notice 2025-8 (secondary).
    Cole,
    /// Global Affairs’ trade-agreement guide, data of April 2020.
    Gactag,
    /// Code lists of contract disclosure (2026-05-27).
    Pdoc,
    /// Procurement Inquiry Regulations, SOR/93-602.
    Cittr,
    /// Government Contracts Regulations, SOR/87-402.
    Gcr,
    /// Technical Data Control Regulations, SOR/86-345.
    Tdcr,
    /// Defence Production Act.
    Dpa,
    /// Interpretation Act.
    Inta,
    /// PSPC, Apply for certification in the Joint Certification Program (read 2026-03-23).
    Jcppspc,
    /// PSPC, How to fill in form DD 2345 (older page).
    Jcpf,
    /// Contract Security Manual, chapter 11.
    Csm11,
    /// Defense Logistics Agency, Joint Certification Program.
    Jcpdla,
    /// Reports on the cyber security certification program (secondary).
    Cpcsc,
    /// Competition Bureau, Enforcement Guidelines: "Product of Canada" and "Made in Canada" Claims (2009-12-22). Its
    /// tests as law firms quote them, section by section.
    Cbpc,
    /// United Nations Statistics Division, correlation tables of the Harmonized System, HS 2022 to HS 2012 and HS 2007.
    Unsd,
    /// A choice of this program; no source decides it.
    Product,
}

impl Source {
    /// Every source, in the order of the printed list.
    pub const ALL: [Source; 39] = [
        Source::Sm36,
        Source::A3050t,
        Source::Sor2020155,
        Source::Gn11,
        Source::Sor9414,
        Source::Sm3130,
        Source::Pn109,
        Source::M3060c,
        Source::Bcsc,
        Source::Bcmat,
        Source::Bgver,
        Source::Bgrec,
        Source::Bgta,
        Source::Bgnpp,
        Source::Bgcan,
        Source::Bgpocp,
        Source::Bgind,
        Source::Bgmcert,
        Source::Bgfin,
        Source::Bgitt,
        Source::Sm94,
        Source::Cpn20236,
        Source::Cpn20258,
        Source::Cole,
        Source::Gactag,
        Source::Pdoc,
        Source::Cittr,
        Source::Gcr,
        Source::Tdcr,
        Source::Dpa,
        Source::Inta,
        Source::Jcppspc,
        Source::Jcpf,
        Source::Csm11,
        Source::Jcpdla,
        Source::Cpcsc,
        Source::Cbpc,
        Source::Unsd,
        Source::Product,
    ];

    /// The short name by which files and other programs know it.
    pub const fn id(self) -> &'static str {
        match self {
            Source::Sm36 => "SM36",
            Source::A3050t => "A3050T",
            Source::Sor9414 => "SOR/94-14",
            Source::Sor2020155 => "SOR/2020-155",
            Source::Gn11 => "GN11",
            Source::Sm3130 => "SM3.130",
            Source::Pn109 => "PN-109U2",
            Source::M3060c => "M3060C",
            Source::Bcsc => "BCSC",
            Source::Bcmat => "BCMAT",
            Source::Bgver => "BGVER",
            Source::Bgrec => "BGREC",
            Source::Bgta => "BGTA",
            Source::Bgnpp => "BGNPP",
            Source::Bgcan => "BGCAN",
            Source::Bgpocp => "BGPOCP",
            Source::Bgind => "BGIND",
            Source::Bgmcert => "BGMCERT",
            Source::Bgfin => "BGFIN",
            Source::Bgitt => "BGITT",
            Source::Sm94 => "SM9.4",
            Source::Cpn20236 => "CPN2023-6",
            Source::Cpn20258 => "CPN2025-8",
            Source::Cole => "COLE",
            Source::Gactag => "GACTAG",
            Source::Pdoc => "PDOC",
            Source::Cittr => "SOR/93-602",
            Source::Gcr => "SOR/87-402",
            Source::Tdcr => "SOR/86-345",
            Source::Dpa => "DPA",
            Source::Inta => "INTA",
            Source::Jcppspc => "JCPPSPC",
            Source::Jcpf => "JCP2345F",
            Source::Csm11 => "CSM11",
            Source::Jcpdla => "JCPDLA",
            Source::Cpcsc => "CPCSC",
            Source::Cbpc => "CBPC",
            Source::Unsd => "UNSD",
            Source::Product => "PRODUCT",
        }
    }
}

impl Source {
    /// Which state of the text was read: its consolidation day, revision or issue.
    pub const fn edition(self) -> &'static str {
        match self {
            Source::Sm36 => "archived 2026-01-30",
            Source::A3050t => "2020-07-01",
            Source::Sor9414 => "2019-06-17",
            Source::Sor2020155 => "2025-07-24",
            Source::Gn11 => "2025 Revision 7",
            Source::Sm3130
            | Source::Bgver
            | Source::Bgrec
            | Source::Bgta
            | Source::Bgnpp
            | Source::Bgcan
            | Source::Bgpocp
            | Source::Bgind
            | Source::Bgmcert
            | Source::Bgfin
            | Source::Bgitt
            | Source::Sm94
            | Source::Jcppspc
            | Source::Csm11
            | Source::Jcpdla => "read 2026-03-23",
            Source::Pn109 => "2014-03-13",
            Source::M3060c => "2021-05-20",
            Source::Bcsc | Source::Bcmat => "2025-12-16",
            Source::Cpn20236 => "2023",
            Source::Cpn20258 | Source::Cittr | Source::Gcr | Source::Tdcr | Source::Dpa | Source::Inta => {
                "2025"
            }
            Source::Cole | Source::Cpcsc => "2026",
            Source::Gactag => "2020-04",
            Source::Cbpc => "2009-12-22",
            Source::Pdoc => "2026-05-27",
            Source::Jcpf => "older page",
            Source::Unsd => "HS 2022",
            Source::Product => "2026-11-23",
        }
    }
}

/// Where a thing is written: the instrument and the place in it, as that text numbers itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The instrument.
    pub source: Source,
    /// Section, clause or row: `5(1)`, `cusma:94-4`. The same in both languages.
    pub at: Cow<'static, str>,
}

impl Source {
    /// A place in this source.
    pub const fn at(self, place: &'static str) -> Citation {
        Citation { source: self, at: Cow::Borrowed(place) }
    }

    /// The source as a whole, where it numbers no places.
    pub const fn whole(self) -> Citation {
        self.at("")
    }

    /// The place of a rule row.
    pub fn row(self, id: &str) -> Citation {
        Citation { source: self, at: Cow::Owned(id.to_owned()) }
    }
}

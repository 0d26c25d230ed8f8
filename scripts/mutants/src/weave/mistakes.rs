//! The mistakes: what may stand instead of an expression, a condition, an arm, a statement, a function.

use super::Weaver;
use crate::edit::{Edit, bytes};
use crate::weave::Mutant;
use std::ops::Range;
use syn::{BinOp, Expr, Pat, ReturnType, Stmt};

impl Weaver<'_> {
    /// Registers a mistake and gives its number.
    pub(super) fn mutant(&mut self, range: &Range<usize>, is: &str) -> u32 {
        let id = u32::try_from(self.mutants.len()).unwrap_or(u32::MAX) + 1;
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.mutants.push(Mutant {
            id,
            file: self.file.clone(),
            line: self.text[..range.start].lines().count().max(1),
            function: self.function.clone(),
            was: one_line(&self.text[range.clone()]),
            is: one_line(is),
        });
        id
    }

    pub(super) fn source(&self, range: Range<usize>) -> &str {
        &self.text[range]
    }

    pub(super) fn wrap(&mut self, range: Range<usize>, before: String, after: &str) {
        let (inner, after) = (range.clone(), after.to_owned());
        self.edits.push(Edit {
            range,
            make: Box::new(move |part| [&before, &part(inner.clone()), &after].map(String::as_str).concat()),
        });
    }

    /// Other values in place of an expression.
    pub(super) fn instead(&mut self, range: Range<usize>, others: &[String]) {
        let mut before = String::from("(");
        for other in others {
            let id = self.mutant(&range, other);
            before += &format!("if crate::mutant::on({id}) {{ {other} }} else ");
        }
        self.wrap(range, before + "{ ", " })");
    }

    /// A statement that is left out.
    pub(super) fn leave_out(&mut self, stmt: &Stmt) {
        let range = bytes(stmt);
        let id = self.mutant(&range, "");
        self.wrap(range, format!("if !crate::mutant::on({id}) {{ "), " }");
    }

    /// A condition that always holds, or never.
    pub(super) fn condition(&mut self, cond: &Expr, may_hold: bool) {
        match cond {
            Expr::Binary(it) if matches!(it.op, BinOp::And(_)) && has_let(cond) => {
                self.condition(&it.left, may_hold);
                self.condition(&it.right, may_hold);
            }
            Expr::Let(it) => {
                let range = bytes(it);
                let id = self.mutant(&range, "false");
                self.wrap(range, String::new(), &format!(" && !crate::mutant::on({id})"));
            }
            _ => {
                if may_hold {
                    self.holds(cond, "true");
                }
                self.holds(cond, "false");
            }
        }
    }

    pub(super) fn holds(&mut self, expr: &Expr, is: &str) {
        let range = bytes(expr);
        let id = self.mutant(&range, is);
        let name = if is == "true" { "always" } else { "never" };
        self.wrap(range, format!("crate::mutant::{name}({id}, "), ")");
    }

    /// No taken for yes.
    pub(super) fn negate(&mut self, range: Range<usize>) {
        let id = self.mutant(&range, &format!("!{}", self.source(range.clone())));
        self.wrap(range, format!("crate::mutant::turned({id}, "), ")");
    }

    pub(super) fn binary(&mut self, it: &syn::ExprBinary) {
        let whole = bytes(it);
        let (left, op, right) = (bytes(&it.left), bytes(&it.op), bytes(&it.right));
        let others: &[&str] = match it.op {
            BinOp::And(_) | BinOp::Or(_) => return self.and_or(it),
            BinOp::Lt(_) => &["<=", ">="],
            BinOp::Le(_) => &["<", ">"],
            BinOp::Gt(_) => &[">=", "<="],
            BinOp::Ge(_) => &[">", "<"],
            BinOp::Eq(_) => &["!="],
            BinOp::Ne(_) => &["=="],
            BinOp::Add(_) => &["-"],
            BinOp::Sub(_) => &["+"],
            BinOp::Mul(_) => &["+", "/"],
            BinOp::Div(_) => &["*", "%"],
            BinOp::Rem(_) => &["/", "*"],
            BinOp::Shl(_) => &[">>"],
            BinOp::Shr(_) => &["<<"],
            BinOp::BitAnd(_) => &["|"],
            BinOp::BitOr(_) => &["&"],
            _ => return,
        };
        let mut ids = Vec::new();
        for other in others {
            let is = format!("{} {other} {}", self.source(left.clone()), self.source(right.clone()));
            ids.push((self.mutant(&whole, &is), (*other).to_owned()));
        }
        let op = self.source(op).to_owned();
        self.edits.push(Edit {
            range: whole,
            make: Box::new(move |part| {
                let (left, right) = (part(left.clone()), part(right.clone()));
                let mut out = String::from("(");
                for (id, other) in &ids {
                    out += &format!("if crate::mutant::on({id}) {{ ({left}) {other} ({right}) }} else ");
                }
                out + &format!("{{ ({left}) {op} ({right}) }})")
            }),
        });
    }

    /// "And" for "or": a or b is not (not a and not b), so that nothing is written twice.
    pub(super) fn and_or(&mut self, it: &syn::ExprBinary) {
        let and = matches!(it.op, BinOp::And(_));
        let (left, right) = (bytes(&it.left), bytes(&it.right));
        if has_let(&it.left) || has_let(&it.right) {
            return;
        }
        for operand in [&it.left, &it.right] {
            self.holds(operand, if and { "true" } else { "false" });
        }
        let whole = bytes(it);
        let other = if and { "||" } else { "&&" };
        let is = format!("{} {other} {}", self.source(left.clone()), self.source(right.clone()));
        let id = self.mutant(&whole, &is);
        let turned = format!(") ^ crate::mutant::on({id}))");
        self.wrap(left, "((".to_owned(), &turned);
        self.wrap(right, "((".to_owned(), &turned);
        self.wrap(whole, "((".to_owned(), &turned);
    }

    /// Whether an expression stands left of `==` or `!=`.
    pub(super) fn is_compared(&self, range: &Range<usize>) -> bool {
        let after = self.text[range.end..].trim_start();
        after.starts_with("==") || after.starts_with("!=")
    }

    /// Another method in place of one, which is told the number.
    pub(super) fn method(&mut self, it: &syn::ExprMethodCall) {
        let name = it.method.to_string();
        let whole = bytes(it);
        let other = match (name.as_str(), it.args.len()) {
            ("min", 1) => "max",
            ("max", 1) => "min",
            ("any", 1) => "all",
            ("all", 1) => "any",
            ("negated", 0) => "",
            // What is compared is turned by turning the comparison.
            _ if is_question(&name) && !self.is_compared(&whole) => return self.negate(whole),
            _ => return,
        };
        let method = bytes(&it.method);
        let tail = if other.is_empty() {
            String::new()
        } else {
            format!(".{other}{}", &self.text[method.end..whole.end])
        };
        let receiver = self.source(bytes(&it.receiver)).to_owned();
        let id = self.mutant(&whole, &(receiver + &tail));
        self.wrap(method, "mutant_".to_owned(), "");
        let open = it.paren_token.span.open().byte_range();
        self.wrap(open, String::new(), &format!("{id}{}", if it.args.is_empty() { "" } else { ", " }));
    }

    /// `matches!`: turned round, and each of its patterns left out.
    pub(super) fn matches(&mut self, it: &syn::ExprMacro) {
        let range = bytes(it);
        self.negate(range.clone());
        let Ok((of, patterns)) = it.mac.parse_body_with(|input: syn::parse::ParseStream<'_>| {
            let of: Expr = input.parse()?;
            input.parse::<syn::Token![,]>()?;
            let patterns = Pat::parse_multi_with_leading_vert(input)?;
            let _: proc_macro2::TokenStream = input.parse()?;
            Ok((of, patterns))
        }) else {
            return;
        };
        if let Pat::Or(cases) = patterns {
            let of = self.source(bytes(&of)).to_owned();
            for case in &cases.cases {
                let case = self.source(bytes(case)).to_owned();
                let id = self.mutant(&range, &format!("matches!({of}, all but {case})"));
                let out = format!(" && !(crate::mutant::on({id}) && matches!({of}, {case})))");
                self.wrap(range.clone(), "(".to_owned(), &out);
            }
        }
    }

    /// An arm that is passed by, where a later one takes everything; and its guard.
    pub(super) fn arms(&mut self, it: &syn::ExprMatch) {
        let takes_all = it.arms.last().is_some_and(|arm| match &arm.pat {
            Pat::Wild(_) => true,
            Pat::Ident(it) => it.ident != "None",
            _ => false,
        });
        let count = it.arms.len();
        for (index, arm) in it.arms.iter().enumerate() {
            if let Some((_, guard)) = &arm.guard {
                self.condition(guard, true);
            }
            if !takes_all || index + 1 == count {
                continue;
            }
            let pattern = bytes(&arm.pat);
            let id = self.mutant(&pattern, "no such arm");
            if let Some((token, _)) = &arm.guard {
                self.wrap(bytes(token), String::new(), &format!(" !crate::mutant::on({id}) &&"));
                continue;
            }
            let mut guard = format!(" if !crate::mutant::on({id})");
            if let Pat::Or(cases) = &arm.pat {
                let of = self.source(bytes(&it.expr)).to_owned();
                for case in &cases.cases {
                    let case = self.source(bytes(case)).to_owned();
                    let missed = self.mutant(&pattern, &format!("all but {case}"));
                    guard += &format!(" && !(crate::mutant::on({missed}) && matches!(&({of}), {case}))");
                }
            }
            self.wrap(pattern, String::new(), &guard);
        }
    }

    /// A function that answers at once.
    pub(super) fn at_once(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let none: &[&str] = match &signature.output {
            ReturnType::Default => &["()"],
            ReturnType::Type(_, ty) => match self.source(bytes(ty)) {
                "bool" => &["true", "false"],
                "Finding" => &["Finding::Yes", "Finding::Unknown", "Finding::No"],
                "usize" | "i128" | "u32" => &["0", "1"],
                "Judgement<Point>" => &[
                    "crate::judgement::Judgement::leaf(crate::origin::point::Point::ProductRule, crate::finding::Finding::Yes)",
                    "crate::judgement::Judgement::leaf(crate::origin::point::Point::ProductRule, crate::finding::Finding::Unknown)",
                    "crate::judgement::Judgement::leaf(crate::origin::point::Point::ProductRule, crate::finding::Finding::No)",
                ],
                ty if ty.starts_with("Option<") => &["None"],
                ty if ty.starts_with("Vec<") => &["Vec::new()"],
                _ => &[],
            },
        };
        let open = block.brace_token.span.open().byte_range();
        let name = bytes(&signature.ident);
        let mut text = String::new();
        for value in none {
            let id = self.mutant(
                &name,
                &format!(
                    "returns {}",
                    value
                        .rsplit_once("Point::ProductRule, crate::finding::")
                        .map_or(*value, |it| it.1.trim_end_matches(')'))
                ),
            );
            text += &format!(" if crate::mutant::on({id}) {{ return {value}; }}");
        }
        self.wrap(open, String::new(), &text);
    }

    pub(super) fn in_function(
        &mut self,
        signature: &syn::Signature,
        block: &syn::Block,
        walk: impl FnOnce(&mut Self),
    ) {
        // What is computed while compiling cannot ask which mistake to make.
        if signature.constness.is_some() {
            return;
        }
        let outer = std::mem::replace(&mut self.function, signature.ident.to_string());
        self.at_once(signature, block);
        walk(self);
        self.function = outer;
    }
}

fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(it) => has_let(&it.left) || has_let(&it.right),
        _ => false,
    }
}

/// Whether a method of this name answers yes or no.
fn is_question(name: &str) -> bool {
    ["is_", "has_", "contains", "holds", "starts_with", "reaches", "covers_"]
        .iter()
        .any(|it| name.starts_with(it))
}

//! Writes a file anew so that it holds every mistake at once, each asleep behind a number: where they are made.

mod mistakes;

use crate::edit::{self, Edit, bytes};
use syn::visit::{self, Visit};
use syn::{BinOp, Expr, Lit, Pat, Stmt, Type, UnOp};

/// A mistake: where it is, what stood there, what stands there instead.
pub struct Mutant {
    pub id: u32,
    pub file: String,
    pub line: usize,
    pub function: String,
    pub was: String,
    pub is: String,
}

/// What goes through one file.
pub struct Weaver<'a> {
    file: String,
    text: &'a str,
    mutants: &'a mut Vec<Mutant>,
    edits: Vec<Edit>,
    function: String,
    /// The whole numbers and percentages that the file names in capitals.
    constants: Vec<String>,
    /// Where statements stand that their condition leaves out already.
    conditional: Vec<usize>,
}

/// The file with its mistakes; they are added to `mutants`.
pub fn weave(file: &str, text: &str, mutants: &mut Vec<Mutant>) -> Result<String, syn::Error> {
    let tree = syn::parse_file(text)?;
    let mut constants = Vec::new();
    for item in &tree.items {
        if let syn::Item::Const(it) = item
            && let Type::Path(ty) = it.ty.as_ref()
            && ty
                .path
                .segments
                .last()
                .is_some_and(|it| ["usize", "u32", "i128", "Percent"].contains(&&*it.ident.to_string()))
        {
            constants.push(it.ident.to_string());
        }
    }
    let mut weaver = Weaver {
        file: file.to_owned(),
        text,
        mutants,
        edits: Vec::new(),
        function: String::new(),
        constants,
        conditional: Vec::new(),
    };
    weaver.visit_file(&tree);
    Ok(edit::apply(text, weaver.edits))
}

impl<'ast> Visit<'ast> for Weaver<'_> {
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_pat(&mut self, _: &'ast Pat) {}
    fn visit_type(&mut self, _: &'ast Type) {}
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_item_mod(&mut self, it: &'ast syn::ItemMod) {
        if it.ident != "tests" {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_fn(&mut self, it: &'ast syn::ItemFn) {
        self.in_function(&it.sig, &it.block, |me| visit::visit_item_fn(me, it));
    }

    fn visit_impl_item_fn(&mut self, it: &'ast syn::ImplItemFn) {
        self.in_function(&it.sig, &it.block, |me| visit::visit_impl_item_fn(me, it));
    }

    fn visit_stmt(&mut self, it: &'ast Stmt) {
        visit::visit_stmt(self, it);
        if let Stmt::Expr(expr, Some(_)) = it
            && !self.conditional.contains(&bytes(it).start)
            && matches!(
                expr,
                Expr::MethodCall(_)
                    | Expr::Call(_)
                    | Expr::Assign(_)
                    | Expr::Binary(_)
                    | Expr::Return(_)
                    | Expr::Continue(_)
                    | Expr::Break(_)
            )
        {
            self.leave_out(it);
        }
    }

    // What `else` does there must end the function.
    fn visit_local(&mut self, it: &'ast syn::Local) {
        if let Some(init) = &it.init {
            self.visit_expr(&init.expr);
        }
    }

    fn visit_expr_if(&mut self, it: &'ast syn::ExprIf) {
        if let Some((last, before)) = it.then_branch.stmts.split_last()
            && before.iter().all(|it| matches!(it, Stmt::Local(_)))
            && it.else_branch.is_none()
        {
            self.conditional.push(bytes(last).start);
        }
        visit::visit_expr_if(self, it);
        self.condition(&it.cond, true);
    }

    fn visit_expr_while(&mut self, it: &'ast syn::ExprWhile) {
        visit::visit_expr_while(self, it);
        self.condition(&it.cond, false);
    }

    fn visit_expr_match(&mut self, it: &'ast syn::ExprMatch) {
        visit::visit_expr_match(self, it);
        self.arms(it);
    }

    fn visit_expr_binary(&mut self, it: &'ast syn::ExprBinary) {
        visit::visit_expr_binary(self, it);
        self.binary(it);
        let range = bytes(it);
        let other = match it.op {
            BinOp::AddAssign(_) => "-=",
            BinOp::SubAssign(_) => "+=",
            BinOp::BitOrAssign(_) => "&=",
            BinOp::BitAndAssign(_) => "|=",
            BinOp::DivAssign(_) => "*=",
            _ => return,
        };
        let (left, right) = (bytes(&it.left), bytes(&it.right));
        let is = format!("{} {other} {}", self.source(left), self.source(right));
        let id = self.mutant(&range, &is);
        self.wrap(range, format!("if crate::mutant::on({id}) {{ {is}; }} else {{ "), " }");
    }

    fn visit_expr_unary(&mut self, it: &'ast syn::ExprUnary) {
        visit::visit_expr_unary(self, it);
        if matches!(it.op, UnOp::Not(_)) {
            let range = bytes(it);
            let id = self.mutant(&range, self.text[bytes(&it.expr)].to_owned().as_str());
            self.wrap(range, "((".to_owned(), &format!(") ^ crate::mutant::on({id}))"));
        }
    }

    fn visit_expr_method_call(&mut self, it: &'ast syn::ExprMethodCall) {
        visit::visit_expr_method_call(self, it);
        self.method(it);
    }

    fn visit_expr_macro(&mut self, it: &'ast syn::ExprMacro) {
        if it.mac.path.is_ident("matches") {
            self.matches(it);
        }
    }

    fn visit_expr_path(&mut self, it: &'ast syn::ExprPath) {
        let range = bytes(it);
        let name = self.source(range.clone()).to_owned();
        const FINDINGS: [&str; 3] = ["Finding::Yes", "Finding::Unknown", "Finding::No"];
        if FINDINGS.contains(&name.as_str()) {
            let others: Vec<String> =
                FINDINGS.iter().filter(|it| **it != name).map(|it| (*it).to_owned()).collect();
            self.instead(range, &others);
        } else if name == "Judgement::all" || name == "Judgement::any" {
            let other = if name == "Judgement::all" { "Judgement::any" } else { "Judgement::all" };
            self.instead(range, &[other.to_owned()]);
        } else if self.constants.contains(&name) {
            let more = self.mutant(&range, &format!("{name} + 1"));
            let less = self.mutant(&range, &format!("{name} - 1"));
            self.wrap(range, format!("crate::mutant::off({more}, {less}, "), ")");
        }
    }

    fn visit_expr_lit(&mut self, it: &'ast syn::ExprLit) {
        match &it.lit {
            Lit::Int(number) => {
                let Ok(value) = number.base10_parse::<u128>() else { return };
                let mut others = vec![format!("{}{}", value + 1, number.suffix())];
                if value > 0 {
                    others.push(format!("{}{}", value - 1, number.suffix()));
                }
                self.instead(bytes(it), &others);
            }
            Lit::Bool(it) => self.instead(it.span.byte_range(), &[(!it.value).to_string()]),
            _ => {}
        }
    }
}

//! The shape of a table of texts.

/// One text in both languages, as the tables hold it. Only native builds and tests read these.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// The name of the method of `Words` that says it.
    pub name: &'static str,
    /// The names of its blanks, in the order of the method's arguments. A text holds them in braces.
    pub blanks: &'static [&'static str],
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

/// Declares a table of texts: `name(blank, ...) "English {blank}", "français {blank}";` and, for each entry, the
/// method of `Words` that says it. `START` is the number of its first text among all tables.
macro_rules! texts {
    ($start:expr; $($name:ident ( $($blank:ident),* ) $en:literal, $fr:literal;)*) => {
        /// The texts of this table.
        pub(crate) const TABLE: &[$crate::i18n::Text] = &[
            $($crate::i18n::Text { name: stringify!($name), blanks: &[$(stringify!($blank)),*], en: $en, fr: $fr },)*
        ];
        /// The number of the text after the last one of this table.
        pub(crate) const END: usize = $start + TABLE.len();

        #[allow(non_camel_case_types)]
        #[derive(Clone, Copy)]
        enum Number { $($name),* }

        impl $crate::i18n::Words {
            $(
                #[doc = $en]
                pub fn $name(&self $(, $blank: &str)*) -> String {
                    self.say($start + Number::$name as usize, &[$($blank),*])
                }
            )*
        }
    };
}

//! Plain data as bytes, and back: how the page and its engine, two programs, hand each other requests and views.
//!
//! Both programs come from one build, so the form carries no names and no version. It is not for keeping anything: what
//! is saved is a draft file. Reading is total: bytes that are not what was expected give nothing, and never a panic.

/// Bytes that are being read.
pub struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    /// These bytes, from the first.
    pub fn new(bytes: &'a [u8]) -> Bytes<'a> {
        Bytes(bytes)
    }

    /// Whether all have been read.
    pub fn is_done(&self) -> bool {
        self.0.is_empty()
    }

    /// The next `count` bytes.
    #[inline(never)]
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number of up to 64 bits: seven bits a byte, the least first.
    #[inline(never)]
    pub fn number(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in 0..10 {
            let byte = *self.take(1)?.first()?;
            number |= u64::from(byte & 127).checked_shl(shift * 7)?;
            if byte < 128 {
                return Some(number);
            }
        }
        None
    }
}

/// Writes a number of up to 64 bits: seven bits a byte, the least first.
#[inline(never)]
pub fn put_number(to: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        // OK because only seven bits are kept.
        to.push((number & 127) as u8 | 128);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Data that travels between the two programs.
pub trait Wire: Sized {
    /// Appends it to the bytes.
    fn put(&self, to: &mut Vec<u8>);
    /// Reads it. Nothing where the bytes are not such data.
    fn take(from: &mut Bytes<'_>) -> Option<Self>;

    /// It alone, as bytes.
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.put(&mut bytes);
        bytes
    }

    /// What these bytes are, all of them.
    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes::new(bytes);
        let read = Self::take(&mut bytes)?;
        bytes.is_done().then_some(read)
    }
}

impl Wire for String {
    #[inline(never)]
    fn put(&self, to: &mut Vec<u8>) {
        put_number(to, self.len() as u64);
        to.extend_from_slice(self.as_bytes());
    }

    #[inline(never)]
    fn take(from: &mut Bytes<'_>) -> Option<String> {
        let length = usize::try_from(from.number()?).ok()?;
        std::str::from_utf8(from.take(length)?).ok().map(str::to_owned)
    }
}

/// Bytes as they are, such as a piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raw(pub Vec<u8>);

impl Wire for Raw {
    fn put(&self, to: &mut Vec<u8>) {
        put_number(to, self.0.len() as u64);
        to.extend_from_slice(&self.0);
    }

    fn take(from: &mut Bytes<'_>) -> Option<Raw> {
        let length = usize::try_from(from.number()?).ok()?;
        from.take(length).map(|bytes| Raw(bytes.to_vec()))
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl Wire for $number {
            fn put(&self, to: &mut Vec<u8>) {
                put_number(to, *self as u64);
            }

            fn take(from: &mut Bytes<'_>) -> Option<$number> {
                <$number>::try_from(from.number()?).ok()
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64, usize);

impl Wire for bool {
    fn put(&self, to: &mut Vec<u8>) {
        to.push(u8::from(*self));
    }

    fn take(from: &mut Bytes<'_>) -> Option<bool> {
        match u8::take(from)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl<T: Wire> Wire for Option<T> {
    fn put(&self, to: &mut Vec<u8>) {
        self.is_some().put(to);
        if let Some(it) = self {
            it.put(to);
        }
    }

    fn take(from: &mut Bytes<'_>) -> Option<Option<T>> {
        if bool::take(from)? { T::take(from).map(Some) } else { Some(None) }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn put(&self, to: &mut Vec<u8>) {
        put_number(to, self.len() as u64);
        for it in self {
            it.put(to);
        }
    }

    fn take(from: &mut Bytes<'_>) -> Option<Vec<T>> {
        let mut list = Vec::new();
        for _ in 0..from.number()? {
            list.push(T::take(from)?);
        }
        Some(list)
    }
}

impl<T: Wire> Wire for Box<T> {
    fn put(&self, to: &mut Vec<u8>) {
        (**self).put(to);
    }

    fn take(from: &mut Bytes<'_>) -> Option<Box<T>> {
        T::take(from).map(Box::new)
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn put(&self, to: &mut Vec<u8>) {
        self.0.put(to);
        self.1.put(to);
    }

    fn take(from: &mut Bytes<'_>) -> Option<(A, B)> {
        Some((A::take(from)?, B::take(from)?))
    }
}

impl<T: Wire, const N: usize> Wire for [T; N] {
    fn put(&self, to: &mut Vec<u8>) {
        for it in self {
            it.put(to);
        }
    }

    fn take(from: &mut Bytes<'_>) -> Option<[T; N]> {
        let mut list = Vec::with_capacity(N);
        for _ in 0..N {
            list.push(T::take(from)?);
        }
        list.try_into().ok()
    }
}

/// Declares data that travels: a struct of fields that travel, or an enumeration whose variants carry nothing or one
/// thing that travels.
macro_rules! wire {
    ($($(#[$doc:meta])* pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $crate::wire::Wire for $name {
            fn put(&self, to: &mut Vec<u8>) {
                $(self.$field.put(to);)*
            }

            fn take(from: &mut $crate::wire::Bytes<'_>) -> Option<$name> {
                Some($name { $($field: $crate::wire::Wire::take(from)?,)* })
            }
        }
    )*};
    ($(#[$doc:meta])* pub choice $name:ident { $($(#[$variant_doc:meta])* $variant:ident,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// Every one, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];
        }

        impl $crate::wire::Wire for $name {
            fn put(&self, to: &mut Vec<u8>) {
                to.push(*self as u8);
            }

            fn take(from: &mut $crate::wire::Bytes<'_>) -> Option<$name> {
                $name::ALL.get(usize::from(<u8 as $crate::wire::Wire>::take(from)?)).copied()
            }
        }
    };
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident($type:ty) = $tag:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$variant_doc])* $variant($type),)*
        }

        impl $crate::wire::Wire for $name {
            fn put(&self, to: &mut Vec<u8>) {
                match self {
                    $($name::$variant(it) => {
                        to.push($tag);
                        it.put(to);
                    })*
                }
            }

            fn take(from: &mut $crate::wire::Bytes<'_>) -> Option<$name> {
                match <u8 as $crate::wire::Wire>::take(from)? {
                    $($tag => $crate::wire::Wire::take(from).map($name::$variant),)*
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use wire;

#[cfg(test)]
#[allow(unreachable_pub)] // What the macro declares is public.
mod tests {
    use super::*;

    wire! {
        /// A tree.
        pub struct Tree {
            /// A word.
            pub word: String,
            /// Numbers.
            pub numbers: [u32; 2],
            /// Further trees.
            pub below: Vec<Tree>,
            /// A pair that may be missing.
            pub pair: Option<(bool, Kind)>,
        }
    }
    wire! {
        /// A kind.
        pub choice Kind {
            /// One.
            One,
            /// Two.
            Two,
        }
    }
    wire! {
        /// This or that.
        pub enum Either {
            /// This.
            This(String) = 0,
            /// That.
            That(Box<Tree>) = 1,
        }
    }

    fn tree(below: Vec<Tree>) -> Tree {
        Tree {
            word: String::from("Größe \u{1f341}"),
            numbers: [0, u32::MAX],
            below,
            pair: Some((true, Kind::Two)),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let leaf = Tree { pair: None, word: String::new(), ..tree(Vec::new()) };
        for it in [
            Either::This(String::from("this")),
            Either::That(Box::new(tree(vec![leaf.clone(), tree(vec![leaf])]))),
        ] {
            assert_eq!(Either::of_bytes(&it.to_bytes()), Some(it));
        }
        for number in [0, 127, 128, u64::MAX] {
            assert_eq!(u64::of_bytes(&number.to_bytes()), Some(number));
        }
    }

    #[test]
    fn bytes_that_are_something_else_give_nothing() {
        let whole = tree(vec![tree(Vec::new())]).to_bytes();
        for end in 0..whole.len() {
            assert_eq!(Tree::of_bytes(&whole[..end]), None, "cut off at {end}");
        }
        let mut longer = whole.clone();
        longer.push(0);
        assert_eq!(Tree::of_bytes(&longer), None);
        assert_eq!(Kind::of_bytes(&[2]), None);
        assert_eq!(bool::of_bytes(&[2]), None);
        assert_eq!(Either::of_bytes(&[9, 0]), None);
        assert_eq!(u8::of_bytes(&[255, 3]), None, "a number too large for its type");
        assert_eq!(u64::of_bytes(&[255; 11]), None);
        assert_eq!(String::of_bytes(&[2, 0xff, 0xfe]), None, "no text");
        assert_eq!(String::of_bytes(&[255, 255, 255, 255, 15]), None, "a length that nobody sent");
    }
}

//! One model, owned in two ways: with text of its own where a declaration is being read, and as
//! `&'static` data where it is part of the program.

use std::{
    fmt::{self, Debug, Write as _},
    ops::Deref,
    time::Duration,
};

/// How a model keeps its text, its lists and what it nests: [`Owned`] or [`Static`].
pub trait Store: Copy + Debug + Eq + 'static {
    /// Text.
    type Text: Item + Deref<Target = str>;
    /// Several values.
    type List<T: Item>: Item + Deref<Target = [T]>;
    /// A value inside of another of its kind.
    type Nested<T: Item>: Item + Deref<Target = T>;
}

/// The model has memory of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Owned {}

/// The model lives as long as the program, and can be a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Static {}

impl Store for Owned {
    type Text = String;
    type List<T: Item> = Vec<T>;
    type Nested<T: Item> = Box<T>;
}

impl Store for Static {
    type Text = &'static str;
    type List<T: Item> = &'static [T];
    type Nested<T: Item> = &'static T;
}

/// What a model is made of.
pub trait Item: Clone + Debug + Eq + ToRust + 'static {}

impl<T: Clone + Debug + Eq + ToRust + 'static> Item for T {}

/// The conversion to static data while a program runs: its memory is never given back.
pub trait Leak {
    /// The same as static data.
    type Static: 'static;

    /// The same value, for as long as the program runs.
    fn leak(&self) -> Self::Static;
}

/// The conversion to static data when a program is compiled: the value as an expression of Rust.
pub trait ToRust {
    /// Appends the expression. Names stand below the path `__webhook`.
    fn to_rust(&self, to: &mut String);
}

/// The value as an expression of Rust.
pub(crate) fn rust(value: &impl ToRust) -> String {
    let mut text = String::new();
    value.to_rust(&mut text);
    text
}

impl Leak for String {
    type Static = &'static str;

    fn leak(&self) -> &'static str {
        if self.is_empty() { "" } else { Box::leak(self.clone().into_boxed_str()) }
    }
}

impl<T: Leak> Leak for Vec<T> {
    type Static = &'static [T::Static];

    fn leak(&self) -> &'static [T::Static] {
        let all: Vec<T::Static> = self.iter().map(T::leak).collect();
        Box::leak(all.into_boxed_slice())
    }
}

impl<T: Leak> Leak for Box<T> {
    type Static = &'static T::Static;

    fn leak(&self) -> &'static T::Static {
        Box::leak(Box::new(T::leak(self)))
    }
}

impl<T: Leak> Leak for Option<T> {
    type Static = Option<T::Static>;

    fn leak(&self) -> Option<T::Static> {
        self.as_ref().map(T::leak)
    }
}

impl<A: Leak, B: Leak> Leak for (A, B) {
    type Static = (A::Static, B::Static);

    fn leak(&self) -> (A::Static, B::Static) {
        (self.0.leak(), self.1.leak())
    }
}

impl ToRust for String {
    fn to_rust(&self, to: &mut String) {
        // Writing to a text cannot fail.
        let _ = write!(to, "{self:?}");
    }
}

impl ToRust for &'static str {
    fn to_rust(&self, to: &mut String) {
        let _ = write!(to, "{self:?}");
    }
}

impl<T: ToRust> ToRust for Vec<T> {
    fn to_rust(&self, to: &mut String) {
        list(self, to);
    }
}

impl<T: ToRust> ToRust for &'static [T] {
    fn to_rust(&self, to: &mut String) {
        list(self, to);
    }
}

fn list<T: ToRust>(all: &[T], to: &mut String) {
    to.push_str("&[");
    for (index, one) in all.iter().enumerate() {
        if index > 0 {
            to.push_str(", ");
        }
        one.to_rust(to);
    }
    to.push(']');
}

impl<T: ToRust> ToRust for Box<T> {
    fn to_rust(&self, to: &mut String) {
        to.push('&');
        T::to_rust(self, to);
    }
}

impl<T: ToRust> ToRust for &'static T {
    fn to_rust(&self, to: &mut String) {
        to.push('&');
        T::to_rust(self, to);
    }
}

impl<T: ToRust> ToRust for Option<T> {
    fn to_rust(&self, to: &mut String) {
        match self {
            None => to.push_str("__webhook::None"),
            Some(value) => {
                to.push_str("__webhook::Some(");
                value.to_rust(to);
                to.push(')');
            }
        }
    }
}

impl<A: ToRust, B: ToRust> ToRust for (A, B) {
    fn to_rust(&self, to: &mut String) {
        to.push('(');
        self.0.to_rust(to);
        to.push_str(", ");
        self.1.to_rust(to);
        to.push(')');
    }
}

impl ToRust for Duration {
    fn to_rust(&self, to: &mut String) {
        let _ = write!(to, "__webhook::core::time::Duration::from_secs({}u64)", self.as_secs());
    }
}

impl ToRust for u8 {
    fn to_rust(&self, to: &mut String) {
        let _ = write!(to, "b'{}'", self.escape_ascii());
    }
}

impl ToRust for u16 {
    fn to_rust(&self, to: &mut String) {
        let _ = write!(to, "{self}u16");
    }
}

impl ToRust for bool {
    fn to_rust(&self, to: &mut String) {
        let _ = write!(to, "{self}");
    }
}

/// The same in both stores.
macro_rules! plain {
    ($($ty:ty),+) => {
        $(impl $crate::store::Leak for $ty {
            type Static = Self;

            fn leak(&self) -> Self {
                *self
            }
        })+
    };
}
pub(crate) use plain;

plain!(Duration, bool, u8, u16);

/// Declares a type of the model: generic over its [`Store`], with both conversions.
///
/// What a type implements has no bounds but `O: Store`, which `derive` would add, so that a type may
/// nest itself.
macro_rules! model {
    (
        $(#[$doc:meta])*
        pub struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $ty:ty,)+ }
    ) => {
        $(#[$doc])*
        pub struct $name<O: $crate::Store = $crate::Static> {
            $($(#[$field_doc])* pub $field: $ty,)+
        }

        #[allow(clippy::expl_impl_clone_on_copy, reason = "it is `Copy` where it is static alone")]
        impl<O: $crate::Store> Clone for $name<O> {
            fn clone(&self) -> Self {
                Self { $($field: self.$field.clone(),)+ }
            }
        }

        impl Copy for $name<$crate::Static> {}

        impl<O: $crate::Store> PartialEq for $name<O> {
            fn eq(&self, other: &Self) -> bool {
                $(self.$field == other.$field)&&+
            }
        }

        impl<O: $crate::Store> Eq for $name<O> {}

        impl<O: $crate::Store> std::fmt::Debug for $name<O> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_struct(stringify!($name))
                    $(.field(stringify!($field), &self.$field))+
                    .finish()
            }
        }

        impl $crate::store::Leak for $name<$crate::Owned> {
            type Static = $name<$crate::Static>;

            fn leak(&self) -> Self::Static {
                $name { $($field: $crate::store::Leak::leak(&self.$field),)+ }
            }
        }

        impl<O: $crate::Store> $crate::store::ToRust for $name<O> {
            fn to_rust(&self, to: &mut String) {
                to.push_str(concat!("__webhook::", stringify!($name), " {"));
                $(
                    to.push_str(concat!(" ", stringify!($field), ": "));
                    $crate::store::ToRust::to_rust(&self.$field, to);
                    to.push(',');
                )+
                to.push_str(" }");
            }
        }
    };
    (
        $(#[$doc:meta])*
        pub struct $name:ident($($arg:ident: $arg_ty:ty),+);
    ) => {
        $(#[$doc])*
        pub struct $name<O: $crate::Store = $crate::Static>($(pub $arg_ty),+);

        #[allow(clippy::expl_impl_clone_on_copy, reason = "it is `Copy` where it is static alone")]
        impl<O: $crate::Store> Clone for $name<O> {
            fn clone(&self) -> Self {
                let Self($($arg),+) = self;
                Self($($arg.clone()),+)
            }
        }

        impl Copy for $name<$crate::Static> {}

        impl<O: $crate::Store> PartialEq for $name<O> {
            fn eq(&self, other: &Self) -> bool {
                let Self($($arg),+) = self;
                let mine = ($($arg,)+);
                let Self($($arg),+) = other;
                mine == ($($arg,)+)
            }
        }

        impl<O: $crate::Store> Eq for $name<O> {}

        impl<O: $crate::Store> std::fmt::Debug for $name<O> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let Self($($arg),+) = self;
                $crate::store::debug(f, stringify!($name), &[$($arg as &dyn std::fmt::Debug),+])
            }
        }

        impl $crate::store::Leak for $name<$crate::Owned> {
            type Static = $name<$crate::Static>;

            fn leak(&self) -> Self::Static {
                let Self($($arg),+) = self;
                $name($($crate::store::Leak::leak($arg)),+)
            }
        }

        impl<O: $crate::Store> $crate::store::ToRust for $name<O> {
            fn to_rust(&self, to: &mut String) {
                let Self($($arg),+) = self;
                to.push_str(concat!("__webhook::", stringify!($name), "::of("));
                $($crate::store::ToRust::to_rust($arg, to); to.push(',');)+
                to.push(')');
            }
        }
    };
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $(
                $(#[$variant_doc:meta])*
                $variant:ident
                    $(($($arg:ident: $arg_ty:ty),+))?
                    $({ $($(#[$field_doc:meta])* $field:ident: $ty:ty,)+ })?,
            )+
        }
    ) => {
        $(#[$doc])*
        pub enum $name<O: $crate::Store = $crate::Static> {
            $(
                $(#[$variant_doc])*
                $variant $(($($arg_ty),+))? $({ $($(#[$field_doc])* $field: $ty,)+ })?,
            )+
        }

        #[allow(clippy::expl_impl_clone_on_copy, reason = "it is `Copy` where it is static alone")]
        impl<O: $crate::Store> Clone for $name<O> {
            fn clone(&self) -> Self {
                match self {
                    $(Self::$variant $(($($arg),+))? $({ $($field),+ })? => {
                        Self::$variant $(($($arg.clone()),+))? $({ $($field: $field.clone()),+ })?
                    })+
                }
            }
        }

        impl Copy for $name<$crate::Static> {}

        impl<O: $crate::Store> PartialEq for $name<O> {
            #[allow(clippy::unit_cmp, reason = "a variant may hold nothing")]
            fn eq(&self, other: &Self) -> bool {
                match self {
                    $(Self::$variant $(($($arg),+))? $({ $($field),+ })? => {
                        let mine = ($($($arg,)+)? $($($field,)+)?);
                        if let Self::$variant $(($($arg),+))? $({ $($field),+ })? = other {
                            mine == ($($($arg,)+)? $($($field,)+)?)
                        } else {
                            false
                        }
                    })+
                }
            }
        }

        impl<O: $crate::Store> Eq for $name<O> {}

        impl<O: $crate::Store> std::fmt::Debug for $name<O> {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$variant $(($($arg),+))? $({ $($field),+ })? => {
                        $crate::store::debug(
                            f,
                            stringify!($variant),
                            &[$($($arg as &dyn std::fmt::Debug,)+)? $($($field as &dyn std::fmt::Debug,)+)?],
                        )
                    })+
                }
            }
        }

        impl $crate::store::Leak for $name<$crate::Owned> {
            type Static = $name<$crate::Static>;

            fn leak(&self) -> Self::Static {
                match self {
                    $(Self::$variant $(($($arg),+))? $({ $($field),+ })? => {
                        $name::$variant
                            $(($($crate::store::Leak::leak($arg)),+))?
                            $({ $($field: $crate::store::Leak::leak($field)),+ })?
                    })+
                }
            }
        }

        impl<O: $crate::Store> $crate::store::ToRust for $name<O> {
            fn to_rust(&self, to: &mut String) {
                match self {
                    $(Self::$variant $(($($arg),+))? $({ $($field),+ })? => {
                        to.push_str(concat!("__webhook::", stringify!($name), "::", stringify!($variant)));
                        $(
                            to.push('(');
                            $($crate::store::ToRust::to_rust($arg, to); to.push(',');)+
                            to.push(')');
                        )?
                        $(
                            to.push_str(" { ");
                            $(
                                to.push_str(concat!(stringify!($field), ": "));
                                $crate::store::ToRust::to_rust($field, to);
                                to.push_str(", ");
                            )+
                            to.push('}');
                        )?
                    })+
                }
            }
        }
    };
}
pub(crate) use model;

/// A variant and what it holds.
pub(crate) fn debug(
    f: &mut fmt::Formatter<'_>,
    variant: &str,
    holds: &[&dyn Debug],
) -> fmt::Result {
    if holds.is_empty() {
        return f.write_str(variant);
    }
    let mut tuple = f.debug_tuple(variant);
    for one in holds {
        tuple.field(one);
    }
    tuple.finish()
}

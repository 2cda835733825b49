//! Which Rust types read which kinds of values.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Lifetime, Type, spanned::Spanned as _};
use webhook_schema::{Kind, Schema};

use super::rust::Rust;
use crate::{ctxt::Ctxt, event::payload::without, handler::text, publisher::phrase};

/// What has to hold for one field: compared here by the names of types, or by constants.
pub(crate) struct Comparing<'a> {
    pub(crate) cx: &'a Ctxt,
    pub(crate) schema: &'a Schema<'static>,
    /// The struct's lifetime.
    pub(crate) lifetime: Option<&'a Lifetime>,
    pub(crate) event: &'a str,
    /// Where the field stands in the payload.
    pub(crate) place: String,
    /// Whether what the field cannot take is `None`.
    pub(crate) is_option: bool,
    pub(crate) comparisons: Vec<TokenStream>,
}

impl Comparing<'_> {
    /// Compares; `false` if it does not fit, which was reported.
    pub(crate) fn fits(&mut self, kind: &Kind<'static>, ty: &Type) -> bool {
        let rust = Rust::of(ty);
        if let Rust::Str = rust {
            self.cx.error_at(
                ty,
                "a text with an escape in it cannot be borrowed: `Cow<'_, str>` borrows the others",
            );
            return false;
        }
        match (kind, rust) {
            (_, Rust::Json)
            | (Kind::Text | Kind::Words(_) | Kind::Set(_), Rust::Text)
            | (Kind::Time | Kind::Date, Rust::Text | Rust::Timestamp)
            | (Kind::Decimal, Rust::Text | Rust::Decimal)
            | (Kind::Int, Rust::Int | Rust::Decimal | Rust::UnixTime)
            | (Kind::Unix, Rust::Int | Rust::UnixTime)
            | (Kind::Number, Rust::Float | Rust::Decimal)
            | (Kind::Bool, Rust::Bool)
            | (Kind::Object(_), Rust::Map(_)) => true,
            (Kind::List(of), Rust::List(item)) | (Kind::Map(of), Rust::Map(item)) => {
                self.place.push_str(if matches!(kind, Kind::List(_)) { "/*" } else { "/.." });
                self.fits(of, item)
            }
            (Kind::Json, _) if self.is_option => true,
            (Kind::Json, Rust::Other) => true,
            (Kind::Json, _) => {
                self.cx.error_at(
                    ty,
                    format!(
                        "what stands at `{}` of `{}` differs: take it as `Json`, or as `Option<{}>`, which is `None` for another kind",
                        self.place, self.event, text(ty)
                    ),
                );
                false
            }
            (kind, Rust::Other) => {
                self.compare(kind, ty);
                true
            }
            (kind, _) => {
                self.cx.error_at(ty, self.other_kind(kind, ty));
                false
            }
        }
    }

    fn other_kind(&self, kind: &Kind<'static>, ty: &Type) -> String {
        let Self { event, place, .. } = self;
        format!(
            "{} stands at `{place}` of `{event}`, which `{}` does not read: take {}",
            phrase(kind),
            text(ty),
            self.remedy(kind)
        )
    }

    fn remedy(&self, kind: &Kind<'static>) -> String {
        match kind {
            Kind::Text => "`String`".to_owned(),
            Kind::Words(_) | Kind::Set(_) => {
                "`String`, or an enum by `open_enum!` with the words that you need".to_owned()
            }
            Kind::Time | Kind::Date => "`Timestamp`, or `String`".to_owned(),
            Kind::Decimal => "`Decimal`, or `String`".to_owned(),
            Kind::Int => "`i64`".to_owned(),
            Kind::Unix => "`UnixTime`, or `i64`".to_owned(),
            Kind::Number => "`Decimal`, or `f64`".to_owned(),
            Kind::Bool => "`bool`".to_owned(),
            Kind::Object(_) => format!("a struct with `{}`", self.attribute()),
            Kind::List(of) => format!("a `Vec<..>`: each item is {}", phrase(of)),
            Kind::Map(of) => format!("a `HashMap<String, ..>`: each value is {}", phrase(of)),
            _ => "`Json`".to_owned(),
        }
    }

    /// The attribute of a struct for the object that stands here.
    fn attribute(&self) -> String {
        let Self { schema, event, place, .. } = self;
        format!("#[payload(\"{}\", \"{event}\", at = \"{place}\")]", schema.provider())
    }

    /// What a type whose name tells nothing reads, only constants know.
    fn compare(&mut self, kind: &Kind<'static>, ty: &Type) {
        let place = format!("`{}` of `{}`", self.place, self.event);
        let call = match kind {
            Kind::Text => quote!(reads_text(#place, &[])),
            Kind::Words(_) | Kind::Set(_) => {
                let words = self.schema.words(kind).unwrap_or_default();
                let words = words.iter().map(AsRef::<str>::as_ref);
                quote!(reads_text(#place, &[#(#words),*]))
            }
            Kind::Time | Kind::Date => quote!(reads_time(#place)),
            Kind::Decimal => quote!(reads_decimal(#place)),
            Kind::Int | Kind::Unix => quote!(reads_int(#place)),
            Kind::Number => quote!(reads_number(#place)),
            Kind::Bool => quote!(reads_bool(#place)),
            Kind::Object(object) => {
                let provider = self.schema.provider();
                let remedy = self.attribute();
                quote!(reads_object(#place, #provider, &[#object], #remedy))
            }
            Kind::List(_) | Kind::Map(_) => {
                let what = phrase(kind);
                quote!(reads_several(#place, #what))
            }
            _ => return,
        };
        let named = without(self.lifetime, ty);
        let span = ty.span();
        let call = respan(&call, span);
        let shape = quote_spanned!(span=> <__webhook::check::Of<#named>>::SHAPE.#call);
        self.comparisons.push(shape.into_token_stream());
    }
}

/// The same tokens at another place, so that a panic of a constant is told there.
fn respan(tokens: &TokenStream, span: proc_macro2::Span) -> TokenStream {
    let respanned = tokens.clone().into_iter().map(|mut token| {
        token.set_span(span);
        token
    });
    respanned.collect()
}

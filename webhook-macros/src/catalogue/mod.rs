//! The catalogue's providers by name, and what `provider = ..` can say.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::{Error, LitStr, Type, parse::ParseStream};

use crate::{
    ctxt::Ctxt,
    entries::{Key, value},
    grammar::{nearest, one_of},
};

mod names;

pub(crate) use names::NAMES;

/// Whose deliveries something is about.
#[derive(Clone)]
pub(crate) enum ProviderRef {
    /// `provider = "fincra"`: one of the catalogue.
    Catalogue { name: &'static str, span: Span },
    /// `provider = some::Type`.
    Type(Box<Type>),
}

impl ProviderRef {
    /// Reads `= "fincra"` or `= some::Type`. What is wrong with a name is reported and the reading
    /// goes on.
    pub(crate) fn read(cx: &Ctxt, key: &Key, input: ParseStream<'_>) -> syn::Result<Option<Self>> {
        value(key, input)?;
        if !input.peek(syn::Lit) {
            let ty: Type = input.parse()?;
            return Ok(Self::from_type(cx, ty));
        }
        let span = input.span();
        let Ok(name) = input.parse::<LitStr>() else {
            return Err(Error::new(
                span,
                "`provider` is a name of the catalogue or a type: `provider = \"fincra\"` or `provider = Acme`",
            ));
        };
        let known = NAMES.iter().find(|known| **known == name.value());
        if known.is_none() {
            cx.error(name.span(), unknown(&name.value()));
        }
        Ok(known.map(|known| Self::Catalogue { name: known, span: name.span() }))
    }

    fn from_type(cx: &Ctxt, ty: Type) -> Option<Self> {
        if let Type::Path(path) = &ty {
            if let Some(name) = path.path.get_ident().map(ToString::to_string) {
                if NAMES.contains(&name.as_str()) {
                    cx.error_at(
                        &ty,
                        format!(
                            "`{name}` is a provider of the catalogue: write its name in quotes, `provider = \"{name}\"`"
                        ),
                    );
                    return None;
                }
            }
        }
        Some(Self::Type(Box::new(ty)))
    }

    /// The provider's type, for code inside [`crate::root::Root::enclose`].
    pub(crate) fn ty(&self) -> TokenStream {
        match self {
            Self::Catalogue { name, span } => {
                let module = format_ident!("{}", name.replace('-', "_"), span = Span::call_site());
                let ty = quote_spanned!(*span=> __Provider);
                quote!(__webhook::providers::#module::#ty)
            }
            Self::Type(ty) => quote!(#ty),
        }
    }
}

/// Of many names only those are listed that may be meant: the nearest, else those that begin alike.
fn unknown(name: &str) -> String {
    let begins = |known: &&&str| name.len() >= 3 && known.starts_with(name);
    let meant: Vec<&str> = match nearest(name, NAMES.iter().copied()) {
        Some(near) => vec![near],
        None => NAMES.iter().filter(begins).take(5).copied().collect(),
    };
    if meant.is_empty() {
        return format!(
            "unknown provider `{name}`: the documentation of `webhook_kit::providers` lists them; name one of your own by its type, `provider = Acme`"
        );
    }
    format!(
        "unknown provider `{name}`: did you mean {}? The documentation of `webhook_kit::providers` lists all",
        one_of(&meant)
    )
}

//! Names of members and events, as Rust spells them.

/// Words that are no names, and those that are none with `r#` either.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];
const NEVER: &[&str] = &["crate", "self", "super", "Self", "_"];

/// The name of a field for a member: `created_at` of `createdAt`.
pub(crate) fn field(member: &str) -> String {
    let mut name = String::new();
    let mut before = None;
    for c in member.chars() {
        let is_within = !name.is_empty() && !name.ends_with('_');
        let ends_word = before.is_some_and(|c: char| c.is_lowercase() || c.is_numeric());
        if is_within && (c.is_uppercase() && ends_word || !c.is_ascii_alphanumeric()) {
            name.push('_');
        }
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        }
        before = Some(c);
    }
    let name = name.trim_end_matches('_').to_owned();
    if name.is_empty() || NEVER.contains(&name.as_str()) {
        return format!("{name}_field").trim_start_matches('_').to_owned();
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("n{name}");
    }
    if KEYWORDS.contains(&name.as_str()) { format!("r#{name}") } else { name }
}

/// The name of a type for an event or a member: `InvoicePaid` of `invoice.paid`.
pub(crate) fn ty(name: &str) -> String {
    let mut result = String::new();
    let mut is_first = true;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            is_first = true;
        } else if is_first {
            result.push(c.to_ascii_uppercase());
            is_first = false;
        } else {
            result.push(c);
        }
    }
    // `CHANNEL_ADDED` is a name of words, too.
    let is_loud = name.chars().any(char::is_alphabetic) && !name.chars().any(char::is_lowercase);
    if is_loud { ty(&name.to_lowercase()) } else { result }
}

/// The letters and digits of a name, small: what a field and its member have in common.
pub(crate) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::{field, ty};

    #[test]
    fn members_become_fields() {
        for (member, expected) in [
            ("amount_paid", "amount_paid"),
            ("createdAt", "created_at"),
            ("merchantID", "merchant_id"),
            ("type", "r#type"),
            ("+1", "n1"),
            ("-1", "n1"),
            ("self", "self_field"),
            ("a.b-c", "a_b_c"),
            ("URL", "url"),
            ("", "field"),
            ("address2Line", "address2_line"),
        ] {
            assert_eq!(field(member), expected, "{member}");
        }
    }

    #[test]
    fn events_become_types() {
        for (event, expected) in [
            ("invoice.paid", "InvoicePaid"),
            ("pull_request", "PullRequest"),
            ("ENTITLEMENT_CREATE", "EntitlementCreate"),
            ("orders/paid", "OrdersPaid"),
            ("organizationDomain.created", "OrganizationDomainCreated"),
        ] {
            assert_eq!(ty(event), expected);
        }
    }
}

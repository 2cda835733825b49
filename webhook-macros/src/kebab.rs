//! The name of a provider that is not given: its type's name in kebab case.

/// `HttpSMSGateway2` is `http-sms-gateway2`.
pub(crate) fn kebab(name: &str) -> String {
    let mut kebab = String::with_capacity(name.len() + 4);
    let mut chars = name.chars().peekable();
    let mut before: Option<char> = None;
    while let Some(c) = chars.next() {
        let begins_word = c.is_uppercase()
            && before.is_some_and(|before| {
                !before.is_uppercase() || chars.peek().is_some_and(|next| next.is_lowercase())
            });
        if begins_word && !kebab.is_empty() && !kebab.ends_with('-') {
            kebab.push('-');
        }
        if c == '_' {
            if !kebab.is_empty() && !kebab.ends_with('-') {
                kebab.push('-');
            }
        } else {
            kebab.extend(c.to_lowercase());
        }
        before = Some(c);
    }
    kebab.truncate(kebab.trim_end_matches('-').len());
    kebab
}

#[cfg(test)]
mod tests {
    use super::kebab;

    #[test]
    fn names() {
        for (name, expected) in [
            ("Ascend", "ascend"),
            ("WaldoAI", "waldo-ai"),
            ("HttpSMSGateway2", "http-sms-gateway2"),
            ("on_acme", "on-acme"),
            ("_Acme_", "acme"),
        ] {
            assert_eq!(kebab(name), expected);
        }
    }
}

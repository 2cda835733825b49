use std::collections::HashMap;

use webhook_kit::payload;
use webhook_kit::value::{Decimal, Json, UnixTime};

#[payload("stripe", "invoice.paid")]
#[derive(Debug)]
struct InvoicePaid {
    account_country: Option<String>,
    account_name: Option<String>,
    account_tax_ids: Option<Vec<String>>,
    amount_due: i64,
    amount_overpaid: i64,
    amount_paid: i64,
    amount_paid_off_stripe: Option<i64>,
    amount_remaining: i64,
    amount_shipping: i64,
    application: Option<String>,
    attempt_count: i64,
    attempted: bool,
    auto_advance: Option<bool>,
    automatic_tax: InvoicePaidAutomaticTax,
    automatically_finalizes_at: Option<i64>,
    billing_reason: Option<String>,
    collection_method: String,
    confirmation_secret: Option<InvoicePaidConfirmationSecret>,
    created: UnixTime,
    currency: String,
    custom_fields: Option<Vec<InvoicePaidCustomFields>>,
    customer: Option<String>,
    customer_account: Option<String>,
    customer_address: Option<InvoicePaidCustomerAddress>,
    customer_email: Option<String>,
    customer_name: Option<String>,
    customer_phone: Option<String>,
    customer_shipping: Option<InvoicePaidCustomerShipping>,
    customer_tax_exempt: Option<String>,
    customer_tax_ids: Option<Vec<InvoicePaidCustomerTaxIds>>,
    default_payment_method: Option<String>,
    default_source: Option<String>,
    default_tax_rates: Vec<InvoicePaidDefaultTaxRates>,
    description: Option<String>,
    discounts: Vec<String>,
    due_date: Option<UnixTime>,
    effective_at: Option<UnixTime>,
    ending_balance: Option<i64>,
    footer: Option<String>,
    from_invoice: Option<InvoicePaidFromInvoice>,
    hosted_invoice_url: Option<String>,
    id: String,
    invoice_pdf: Option<String>,
    issuer: InvoicePaidIssuer,
    last_finalization_error: Option<InvoicePaidLastFinalizationError>,
    latest_revision: Option<String>,
    lines: InvoicePaidLines,
    livemode: bool,
    metadata: Option<HashMap<String, String>>,
    next_payment_attempt: Option<UnixTime>,
    number: Option<String>,
    object: String,
    on_behalf_of: Option<String>,
    parent: Option<InvoicePaidParent>,
    payment_settings: InvoicePaidPaymentSettings,
    payments: Option<InvoicePaidPayments>,
    period_end: UnixTime,
    period_start: UnixTime,
    post_payment_credit_notes_amount: i64,
    pre_payment_credit_notes_amount: i64,
    receipt_number: Option<String>,
    rendering: Option<InvoicePaidRendering>,
    shipping_cost: Option<InvoicePaidShippingCost>,
    shipping_details: Option<InvoicePaidShippingDetails>,
    starting_balance: i64,
    statement_descriptor: Option<String>,
    status: Option<String>,
    status_details: Option<InvoicePaidStatusDetails>,
    status_transitions: InvoicePaidStatusTransitions,
    subtotal: i64,
    subtotal_excluding_tax: Option<i64>,
    test_clock: Option<String>,
    threshold_reason: Option<InvoicePaidThresholdReason>,
    total: i64,
    total_discount_amounts: Option<Vec<InvoicePaidTotalDiscountAmounts>>,
    total_excluding_tax: Option<i64>,
    total_pretax_credit_amounts: Option<Vec<InvoicePaidTotalPretaxCreditAmounts>>,
    total_taxes: Option<Vec<InvoicePaidTotalTaxes>>,
    webhooks_delivered_at: Option<UnixTime>,
}

#[payload("stripe", "invoice.paid", at = "/automatic_tax")]
#[derive(Debug)]
struct InvoicePaidAutomaticTax {
    disabled_reason: Option<String>,
    enabled: bool,
    liability: Option<Json>,
    provider: Option<String>,
    status: Option<String>,
}

#[payload("stripe", "invoice.paid", at = "/confirmation_secret")]
#[derive(Debug)]
struct InvoicePaidConfirmationSecret {
    client_secret: String,
    r#type: String,
}

#[payload("stripe", "invoice.paid", at = "/custom_fields/*")]
#[derive(Debug)]
struct InvoicePaidCustomFields {
    name: String,
    value: String,
}

#[payload("stripe", "invoice.paid", at = "/customer_address")]
#[derive(Debug)]
struct InvoicePaidCustomerAddress {
    city: Option<String>,
    country: Option<String>,
    line1: Option<String>,
    line2: Option<String>,
    postal_code: Option<String>,
    state: Option<String>,
}

#[payload("stripe", "invoice.paid", at = "/customer_shipping")]
#[derive(Debug)]
struct InvoicePaidCustomerShipping {
    address: Option<Json>,
    carrier: Option<String>,
    name: Option<String>,
    phone: Option<String>,
    tracking_number: Option<String>,
}

#[payload("stripe", "invoice.paid", at = "/customer_tax_ids/*")]
#[derive(Debug)]
struct InvoicePaidCustomerTaxIds {
    r#type: String,
    value: Option<String>,
}

#[payload("stripe", "invoice.paid", at = "/default_tax_rates/*")]
#[derive(Debug)]
struct InvoicePaidDefaultTaxRates {
    active: bool,
    country: Option<String>,
    created: UnixTime,
    description: Option<String>,
    display_name: String,
    effective_percentage: Option<i64>,
    flat_amount: Option<Json>,
    id: String,
    inclusive: bool,
    jurisdiction: Option<String>,
    jurisdiction_level: Option<String>,
    livemode: bool,
    metadata: Option<HashMap<String, String>>,
    object: String,
    percentage: Decimal,
    rate_type: Option<String>,
    state: Option<String>,
    tax_type: Option<String>,
}

#[payload("stripe", "invoice.paid", at = "/from_invoice")]
#[derive(Debug)]
struct InvoicePaidFromInvoice {
    action: String,
    invoice: String,
}

#[payload("stripe", "invoice.paid", at = "/issuer")]
#[derive(Debug)]
struct InvoicePaidIssuer {
    account: Option<String>,
    r#type: String,
}

#[payload("stripe", "invoice.paid", at = "/last_finalization_error")]
#[derive(Debug)]
struct InvoicePaidLastFinalizationError {
    advice_code: Option<String>,
    charge: Option<String>,
    code: Option<String>,
    decline_code: Option<String>,
    doc_url: Option<String>,
    message: Option<String>,
    network_advice_code: Option<String>,
    network_decline_code: Option<String>,
    param: Option<String>,
    payment_intent: Option<Json>,
    payment_method: Option<Json>,
    payment_method_type: Option<String>,
    request_log_url: Option<String>,
    setup_intent: Option<Json>,
    source: Option<Json>,
    r#type: String,
}

#[payload("stripe", "invoice.paid", at = "/lines")]
#[derive(Debug)]
struct InvoicePaidLines {
    data: Vec<Json>,
    has_more: bool,
    object: String,
    url: String,
}

#[payload("stripe", "invoice.paid", at = "/parent")]
#[derive(Debug)]
struct InvoicePaidParent {
    quote_details: Option<Json>,
    subscription_details: Option<Json>,
    r#type: String,
}

#[payload("stripe", "invoice.paid", at = "/payment_settings")]
#[derive(Debug)]
struct InvoicePaidPaymentSettings {
    default_mandate: Option<String>,
    payment_method_options: Option<Json>,
    payment_method_types: Option<Vec<String>>,
}

#[payload("stripe", "invoice.paid", at = "/payments")]
#[derive(Debug)]
struct InvoicePaidPayments {
    data: Vec<Json>,
    has_more: bool,
    object: String,
    url: String,
}

#[payload("stripe", "invoice.paid", at = "/rendering")]
#[derive(Debug)]
struct InvoicePaidRendering {
    amount_tax_display: Option<String>,
    pdf: Option<Json>,
    template: Option<String>,
    template_version: Option<i64>,
}

#[payload("stripe", "invoice.paid", at = "/shipping_cost")]
#[derive(Debug)]
struct InvoicePaidShippingCost {
    amount_subtotal: i64,
    amount_tax: i64,
    amount_total: i64,
    shipping_rate: Option<String>,
    taxes: Option<Vec<Json>>,
}

#[payload("stripe", "invoice.paid", at = "/shipping_details")]
#[derive(Debug)]
struct InvoicePaidShippingDetails {
    address: Option<Json>,
    carrier: Option<String>,
    name: Option<String>,
    phone: Option<String>,
    tracking_number: Option<String>,
}

#[payload("stripe", "invoice.paid", at = "/status_details")]
#[derive(Debug)]
struct InvoicePaidStatusDetails {
    uncollectible: Option<Json>,
}

#[payload("stripe", "invoice.paid", at = "/status_transitions")]
#[derive(Debug)]
struct InvoicePaidStatusTransitions {
    finalized_at: Option<UnixTime>,
    marked_uncollectible_at: Option<UnixTime>,
    paid_at: Option<UnixTime>,
    voided_at: Option<UnixTime>,
}

#[payload("stripe", "invoice.paid", at = "/threshold_reason")]
#[derive(Debug)]
struct InvoicePaidThresholdReason {
    amount_gte: Option<i64>,
    item_reasons: Vec<Json>,
}

#[payload("stripe", "invoice.paid", at = "/total_discount_amounts/*")]
#[derive(Debug)]
struct InvoicePaidTotalDiscountAmounts {
    amount: i64,
    discount: String,
}

#[payload("stripe", "invoice.paid", at = "/total_pretax_credit_amounts/*")]
#[derive(Debug)]
struct InvoicePaidTotalPretaxCreditAmounts {
    amount: i64,
    credit_balance_transaction: Option<String>,
    discount: Option<String>,
    r#type: String,
}

#[payload("stripe", "invoice.paid", at = "/total_taxes/*")]
#[derive(Debug)]
struct InvoicePaidTotalTaxes {
    amount: i64,
    tax_behavior: String,
    tax_rate_details: Option<Json>,
    taxability_reason: String,
    taxable_amount: Option<i64>,
    r#type: String,
}

//! The same events as webhook-kit, serde's tagged enums, and hand-written code decode them.

use std::borrow::Cow;

use serde::Deserialize;
use webhook_kit::{RawEvent, WebhookEvent};

use crate::schemes::{Adjacent, Flat, Nested};

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Payout {
    pub id: u64,
    pub reference: String,
    pub amount_charged: f64,
    pub amount_received: f64,
    pub fee: f64,
    pub source_currency: String,
    pub destination_currency: String,
    pub status: Status,
    pub recipient: Recipient,
    pub created_at: String,
    pub reason: Option<String>,
    pub items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    Pending,
    Successful,
    Failed,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    pub name: String,
    pub account_number: String,
}

#[derive(Debug, Deserialize)]
pub struct Item {
    pub sku: String,
    pub name: String,
    pub quantity: u32,
    pub price: f64,
    pub gift: bool,
}

/// The same without a copy of any text that has no escapes.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BorrowedPayout<'a> {
    pub id: u64,
    pub reference: &'a str,
    pub amount_charged: f64,
    pub amount_received: f64,
    pub fee: f64,
    pub source_currency: &'a str,
    pub destination_currency: &'a str,
    pub status: Status,
    #[serde(borrow)]
    pub recipient: BorrowedRecipient<'a>,
    pub created_at: &'a str,
    #[serde(borrow)]
    pub reason: Cow<'a, str>,
    pub items: Vec<BorrowedItem<'a>>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BorrowedRecipient<'a> {
    pub name: &'a str,
    pub account_number: &'a str,
}

#[derive(Debug, Deserialize)]
pub struct BorrowedItem<'a> {
    pub sku: &'a str,
    pub name: &'a str,
    pub quantity: u32,
    pub price: f64,
    pub gift: bool,
}

#[derive(Debug, Deserialize)]
pub struct Account {
    pub id: u64,
    pub status: String,
}

macro_rules! events {
    ($($name:ident of $provider:ty),+) => {
        $(
            #[derive(Debug, WebhookEvent)]
            #[event(provider = $provider)]
            pub enum $name {
                #[event("payout.failed")]
                PayoutFailed(Payout),
                #[event("payout.successful")]
                PayoutSuccessful(Payout),
                #[event("account.created")]
                AccountCreated(Account),
                #[event("account.closed")]
                AccountClosed(Account),
                #[event(other)]
                Other(RawEvent),
            }
        )+
    };
}

events!(AdjacentEvent of Adjacent, FlatEvent of Flat, NestedEvent of Nested);

#[derive(Debug, WebhookEvent)]
#[event(provider = Adjacent)]
pub enum BorrowedEvent<'a> {
    #[event("payout.successful")]
    PayoutSuccessful(BorrowedPayout<'a>),
    #[event(other)]
    Other(RawEvent),
}

/// What serde makes of it.
pub mod tagged {
    use super::{Account, Deserialize, Payout};

    #[derive(Debug, Deserialize)]
    #[serde(tag = "event", content = "data")]
    pub enum Adjacent {
        #[serde(rename = "payout.failed")]
        PayoutFailed(Payout),
        #[serde(rename = "payout.successful")]
        PayoutSuccessful(Payout),
        #[serde(rename = "account.created")]
        AccountCreated(Account),
        #[serde(rename = "account.closed")]
        AccountClosed(Account),
    }

    #[derive(Debug, Deserialize)]
    #[serde(tag = "event")]
    pub enum Flat {
        #[serde(rename = "payout.failed")]
        PayoutFailed(Payout),
        #[serde(rename = "payout.successful")]
        PayoutSuccessful(Payout),
        #[serde(rename = "account.created")]
        AccountCreated(Account),
        #[serde(rename = "account.closed")]
        AccountClosed(Account),
    }

    #[derive(Debug, Deserialize)]
    pub struct Nested {
        pub data: Adjacent,
    }
}

/// What one writes who knows the type beforehand: the lower bound.
pub mod known {
    use super::Deserialize;

    #[derive(Debug, Deserialize)]
    pub struct Adjacent<T> {
        pub data: T,
    }

    #[derive(Debug, Deserialize)]
    pub struct Nested<T> {
        pub data: Adjacent<T>,
    }
}

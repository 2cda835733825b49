//! commerce. Written by `webhook-macros/tests/catalogue_names.rs`.

#[cfg(feature = "aftership")]
pub mod aftership;
#[cfg(feature = "easypost")]
pub mod easypost;
#[cfg(feature = "ebay")]
pub mod ebay;
#[cfg(feature = "etsy-sw")]
pub mod etsy_sw;
#[cfg(feature = "lob")]
pub mod lob;
#[cfg(feature = "saleor")]
pub mod saleor;
#[cfg(feature = "shipengine")]
pub mod shipengine;
#[cfg(feature = "shippo")]
pub mod shippo;
#[cfg(feature = "shopify")]
pub mod shopify;
#[cfg(feature = "squarespace")]
pub mod squarespace;
#[cfg(feature = "woocommerce")]
pub mod woocommerce;

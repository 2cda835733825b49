use webhook_kit::payload;

#[payload("stripe", "coupon.created")]
struct Paid {
    percent_off: Option<i64>,
}

fn main() {}

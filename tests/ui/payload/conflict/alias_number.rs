use webhook_kit::payload;

type Alias = String;

#[payload("stripe", "coupon.created")]
struct Paid {
    percent_off: Option<Alias>,
}

fn main() {}

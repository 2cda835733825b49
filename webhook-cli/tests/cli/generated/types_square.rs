use webhook_kit::payload;
use webhook_kit::value::Json;

#[payload("square", "payment.updated")]
#[derive(Debug)]
struct PaymentUpdated {
    id: Option<String>,
    object: Option<PaymentUpdatedObject>,
    r#type: Option<String>,
}

#[payload("square", "payment.updated", at = "/object")]
#[derive(Debug)]
struct PaymentUpdatedObject {
    payment: Option<Json>,
}

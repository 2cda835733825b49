use webhook_kit::payload;
use webhook_kit::value::Json;

#[payload("adyen-payments", "notification")]
#[derive(Debug)]
struct Notification {
    live: String,
    notification_items: Vec<NotificationNotificationItems>,
}

#[payload("adyen-payments", "notification", at = "/notificationItems/*")]
#[derive(Debug)]
struct NotificationNotificationItems {
    notification_request_item: Json,
}

//! The suite that every store of webhook-kit's inbox passes, ours and anybody's.
//!
//! ```ignore
//! // tests/suite.rs of a store's crate
//! webhook_inbox_test::suite!(MyHarness::new());
//! ```
//!
//! Each case is an `async fn` of [`cases`] that panics when the store does not keep its promise.

#![forbid(unsafe_code)]
#![allow(clippy::panic, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::missing_panics_doc, clippy::manual_assert, reason = "a test fails by panicking")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::unchecked_time_subtraction,
    reason = "numbers are small"
)]

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime},
};

use webhook_core::Clock;
use webhook_inbox::{Moment, TaskStore};

pub mod cases;
mod histories;
mod world;

pub use histories::random_histories;

/// How the suite gets stores, and looks at them.
#[allow(async_fn_in_trait, reason = "the suite runs each case on one thread")]
pub trait Harness {
    /// The store under test.
    type Store: TaskStore;

    /// An empty store, under this clock.
    async fn open(&self, clock: TestClock) -> Self::Store;

    /// The same data as another process opens it, under this clock.
    async fn open_again(&self, store: &Self::Store, clock: TestClock) -> Self::Store;

    /// Makes an effect of this name through a transaction.
    async fn effect(&self, tx: &mut <Self::Store as TaskStore>::Tx, name: &str);

    /// The names of the effects that were committed, sorted, as often as they are there.
    async fn effects(&self, store: &Self::Store) -> Vec<String>;
}

/// A clock that only the suite moves.
#[derive(Debug, Clone)]
pub struct TestClock(Arc<AtomicI64>);

impl TestClock {
    /// A clock at some time in 2023.
    pub fn new() -> Self {
        Self(Arc::new(AtomicI64::new(1_700_000_000_000)))
    }

    /// Moves it forwards.
    pub fn advance(&self, by: Duration) {
        self.0.fetch_add(by.as_millis() as i64, Ordering::SeqCst);
    }

    /// Moves it back, as clocks are set sometimes.
    pub fn set_back(&self, by: Duration) {
        self.0.fetch_sub(by.as_millis() as i64, Ordering::SeqCst);
    }

    /// What it shows.
    pub fn moment(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst))
    }
}

impl Default for TestClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for TestClock {
    fn now(&self) -> SystemTime {
        self.moment().into()
    }
}

/// Runs one case; what [`suite!`] makes a test of. Cases of stores that cannot be had at the moment say so.
#[doc(hidden)]
pub fn run(case: impl Future<Output = ()>) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(4).enable_all().build();
    runtime.expect("a runtime").block_on(case);
}

/// Makes a test of each case, for a store's [`Harness`]: an expression that is evaluated in each test. An
/// `Option` that is `None` says that there is no store to be had; the test says so and passes.
#[macro_export]
macro_rules! suite {
    ($harness:expr) => {
        $crate::suite! { @ $harness;
            accept::a_batch_is_accepted_in_its_order,
            accept::a_repetition_is_a_duplicate_and_adds_nothing,
            accept::copies_at_once_are_one_delivery,
            accept::a_key_is_remembered_as_long_as_it_says,
            accept::a_forgotten_delivery_is_new,
            accept::a_delivery_that_nobody_takes_is_recorded,
            accept::what_was_sent_comes_back_byte_for_byte,
            accept::another_process_sees_what_was_accepted,
            claim::the_longest_due_comes_first,
            claim::nothing_is_claimed_before_its_time,
            claim::no_more_is_claimed_than_there_is_room_for,
            claim::tasks_of_unknown_handlers_wait,
            claim::a_task_is_claimed_by_one,
            claim::a_paused_handler_gets_nothing,
            claim::what_is_due_is_claimed_though_much_else_waits,
            claim::a_worker_is_woken_or_looks_by_itself,
            lease::a_lease_that_ran_out_is_claimed_again,
            lease::a_renewed_lease_does_not_run_out,
            lease::an_old_lease_changes_nothing,
            lease::a_late_completion_counts_while_nobody_else_has_the_task,
            lease::completing_twice_is_completing_once,
            lease::a_look_tells_how_a_lease_stands,
            lease::a_clock_that_is_set_back_steals_nothing,
            lease::each_result_leads_where_the_table_says,
            order::a_lane_is_run_one_at_a_time_and_in_order,
            order::every_end_promotes_the_next,
            order::a_retry_keeps_its_lane,
            order::lanes_do_not_wait_for_each_other,
            order::a_replayed_task_waits_for_its_lane_and_is_first,
            order::accepting_and_completing_do_not_miss_each_other,
            tx::effects_are_committed_with_the_completion,
            tx::a_failed_handler_leaves_no_effects,
            tx::a_lost_lease_leaves_no_effects,
            tx::a_dropped_transaction_leaves_no_effects,
            tx::an_unused_transaction_completes_its_task,
            tx::a_transaction_promotes_its_lane,
            tx::everything_goes_on_while_a_transaction_is_lent,
            owner::replay_begins_anew,
            owner::discard_ends_what_is_not_running,
            owner::filters_say_which_are_meant,
            owner::changes_stop_at_their_limit,
            owner::lists_come_in_pages,
            owner::old_deliveries_are_pruned_and_unfinished_ones_are_not,
            owner::keys_are_pruned_when_nobody_repeats_them,
            owner::stats_count_what_there_is,
            worker::every_delivery_is_handled_once_and_effects_are_made_once,
            worker::a_worker_that_dies_is_replaced,
            worker::a_worker_that_stops_gives_back_what_it_has,
        }
        #[test]
        fn random_histories() {
            if let Some(harness) = $crate::IntoHarness::into_harness($harness) {
                $crate::run($crate::random_histories(harness));
            }
        }
    };
    (@ $harness:expr; $($module:ident::$case:ident,)*) => {
        $(
            #[test]
            fn $case() {
                if let Some(harness) = $crate::IntoHarness::into_harness($harness) {
                    $crate::run($crate::cases::$module::$case(harness));
                }
            }
        )*
    };
}

/// A harness, or none where no store is to be had.
#[doc(hidden)]
pub trait IntoHarness {
    type Harness;
    fn into_harness(self) -> Option<Self::Harness>;
}

impl<H: Harness> IntoHarness for H {
    type Harness = H;

    fn into_harness(self) -> Option<H> {
        Some(self)
    }
}

impl<H: Harness> IntoHarness for Option<H> {
    type Harness = H;

    fn into_harness(self) -> Option<H> {
        self
    }
}

//! Medians in one interleaved run.
//!
//! Every contestant of a row runs in every round, each time in another order, for some tens of
//! microseconds; what the machine does meanwhile meets all of them. The ratio to the floor is the
//! median of the ratios within the rounds, so that a slow minute moves the times and not the ratio.

use std::{
    fs,
    hint::black_box,
    time::{Duration, Instant},
};

use serde::Serialize;

/// How long one contestant runs in a round.
const BATCH: Duration = Duration::from_micros(40);
/// How many rounds a row has at least, however long they take.
const LEAST_ROUNDS: usize = 15;

/// A run of a program: what it was asked for, and what it has measured.
pub struct Run {
    words: Vec<String>,
    out: Option<String>,
    budget: Duration,
    measured: Vec<Measured>,
}

impl Run {
    /// `[--quick | --short] [--out FILE] [WORD..]`: with words, only the rows whose key contains one of them.
    pub fn of_arguments() -> Self {
        let budget = Duration::from_millis(1500);
        let mut run = Self { words: Vec::new(), out: None, budget, measured: Vec::new() };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--quick" => run.budget = Duration::from_millis(100),
                "--short" => run.budget = Duration::from_millis(400),
                "--out" => run.out = arguments.next(),
                _ => run.words.push(argument),
            }
        }
        run
    }

    /// Makes a row and measures it, unless it is not asked for. It is made when its turn comes, so
    /// that its timestamps are fresh.
    pub fn row<'a>(&mut self, key: &str, make: impl FnOnce() -> Row<'a>) {
        if !self.words.is_empty() && !self.words.iter().any(|word| key.contains(word.as_str())) {
            return;
        }
        let measured = make().measure(self.budget);
        print!("{:<42} {:>8} B ", measured.name, measured.size);
        for contestant in &measured.contestants {
            print!(" {} {:.0} ns ({:.2})", contestant.name, contestant.median, contestant.ratio);
        }
        println!();
        self.measured.push(measured);
    }

    /// Writes the data, where a file was named.
    pub fn finish(self) {
        let Some(out) = self.out else { return };
        let text = serde_json::to_string_pretty(&self.measured).expect("it can be written");
        fs::write(out, text + "\n").expect("the data is written");
    }
}

/// Runs an operation as many times as it is told, and says how long that took.
type Batch<'a> = Box<dyn FnMut(usize) -> Duration + 'a>;

/// What is compared: the first contestant is the floor.
pub struct Row<'a> {
    pub group: &'static str,
    pub name: String,
    /// Of the body, in bytes.
    pub size: usize,
    contestants: Vec<(&'static str, Batch<'a>)>,
}

#[derive(Debug, Serialize)]
pub struct Measured {
    pub group: &'static str,
    pub name: String,
    pub size: usize,
    pub rounds: usize,
    pub contestants: Vec<Contestant>,
}

#[derive(Debug, Serialize)]
pub struct Contestant {
    pub name: &'static str,
    /// Of one operation, in nanoseconds.
    pub median: f64,
    pub low: f64,
    pub high: f64,
    /// To the floor.
    pub ratio: f64,
}

impl<'a> Row<'a> {
    pub fn new(group: &'static str, name: impl Into<String>, size: usize) -> Self {
        Self { group, name: name.into(), size, contestants: Vec::new() }
    }

    pub fn with<R>(mut self, name: &'static str, mut operation: impl FnMut() -> R + 'a) -> Self {
        let batch = move |times| {
            let begun = Instant::now();
            for _ in 0..times {
                black_box(operation());
            }
            begun.elapsed()
        };
        self.contestants.push((name, Box::new(batch)));
        self
    }

    /// An operation that uses up what it is given: making and dropping that is not measured.
    pub fn with_input<I>(
        mut self,
        name: &'static str,
        mut make: impl FnMut() -> I + 'a,
        mut operation: impl FnMut(&I) + 'a,
    ) -> Self {
        let batch = move |times| {
            let inputs: Vec<I> = (0..times).map(|_| make()).collect();
            let begun = Instant::now();
            for input in &inputs {
                operation(input);
            }
            begun.elapsed()
        };
        self.contestants.push((name, Box::new(batch)));
        self
    }

    pub fn measure(mut self, budget: Duration) -> Measured {
        let times: Vec<usize> =
            self.contestants.iter_mut().map(|(_, batch)| calibrate(batch)).collect();
        let count = self.contestants.len();
        let mut samples: Vec<Vec<f64>> = vec![Vec::new(); count];
        let started = Instant::now();
        let mut rounds = 0;
        while rounds < LEAST_ROUNDS || started.elapsed() < budget {
            for turn in 0..count {
                let index = (rounds + turn) % count;
                let took = (self.contestants[index].1)(times[index]);
                samples[index].push(took.as_nanos() as f64 / times[index] as f64);
            }
            rounds += 1;
        }
        let floor = samples[0].clone();
        let contestants = self.contestants.iter().zip(samples).map(|((name, _), samples)| {
            let ratios = samples.iter().zip(&floor).map(|(sample, floor)| sample / floor).collect();
            let [low, median, high] = quartiles(samples);
            let [_, ratio, _] = quartiles(ratios);
            Contestant { name, median, low, high, ratio }
        });
        Measured {
            group: self.group,
            rounds,
            contestants: contestants.collect(),
            name: self.name,
            size: self.size,
        }
    }
}

fn calibrate(batch: &mut dyn FnMut(usize) -> Duration) -> usize {
    batch(3);
    let mut times = 1;
    loop {
        if batch(times) >= BATCH || times > 1 << 20 {
            return times;
        }
        times *= 2;
    }
}

fn quartiles(mut values: Vec<f64>) -> [f64; 3] {
    values.sort_by(f64::total_cmp);
    [values.len() / 4, values.len() / 2, values.len() * 3 / 4].map(|at| values[at])
}

//! Work shared out over the processor's cores.

use std::num::NonZero;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What `work` makes of each item, in the order of the items. Each core takes the next item
/// when it has done one, so that a large one holds up nobody.
///
/// # Panics
/// When `work` does.
pub fn on_all<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(items.len()));
    let toil = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else {
                return;
            };
            let result = work(item);
            done.lock().expect("nobody panics here").push((at, result));
        }
    };
    thread::scope(|scope| {
        for _ in 1..cores.min(items.len()) {
            // Where no thread can be had, the others do its part.
            let _ = thread::Builder::new().spawn_scoped(scope, toil);
        }
        toil();
    });
    let mut done = done.into_inner().expect("nobody panicked");
    done.sort_unstable_by_key(|&(at, _)| at);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::on_all;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let numbers: Vec<u64> = (0..1000).collect();
        let squares = on_all(&numbers, |number| number * number);
        assert!(squares.iter().zip(&numbers).all(|(s, n)| *s == n * n));
        assert_eq!(squares.len(), 1000);
        assert!(on_all(&[] as &[u64], |number| *number).is_empty());
    }
}

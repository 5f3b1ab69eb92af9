//! What a frame costs in memory asked for: nothing while nothing moves, and no more for a
//! great pack than for a small one.

#[path = "../benches/generate/mod.rs"]
mod generate;
#[path = "../benches/screen/mod.rs"]
mod screen;

use generate::Size;
use screen::Screen;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use zhylnama::edition::Volume;

/// Counts what is asked for; everything else is the system's.
struct Counting;

static ASKED: AtomicUsize = AtomicUsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ASKED.fetch_add(layout.size(), Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        ASKED.fetch_add(size, Ordering::Relaxed);
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn screen(growth: usize) -> Screen {
    let size = Size {
        events: 50 * growth,
        people: 40,
        terms: 40,
        vertices: 400 * growth,
        words: 1_500 * growth,
    };
    Screen::new(Arc::new(Volume::new(generate::pack(size, 1917))))
}

/// Bytes asked for in the middle and in the worst of some frames.
fn asked(screen: &mut Screen, mut before: impl FnMut(&mut Screen)) -> (usize, usize) {
    let mut bytes: Vec<usize> = (0..60)
        .map(|_| {
            before(screen);
            let earlier = ASKED.load(Ordering::Relaxed);
            screen.frame();
            ASKED.load(Ordering::Relaxed) - earlier
        })
        .collect();
    bytes.sort_unstable();
    (bytes[bytes.len() / 2], bytes[bytes.len() - 1])
}

/// One test, so that no other thread asks for memory meanwhile.
#[test]
fn frames_ask_for_no_more_memory_in_a_great_pack() {
    let [small, great] = [1, 30].map(|growth| {
        let mut screen = screen(growth);
        let rests = (0..120).any(|_| {
            screen.frame();
            screen.is_at_rest()
        });
        assert!(rests, "frames are asked for though nothing moves");
        let still = asked(&mut screen, |_| {});
        let scrolled = asked(&mut screen, |screen| screen.turn_the_wheel(-40.0));
        (still, scrolled)
    });
    println!(
        "still: {:?} {:?}; scrolled: {:?} {:?}",
        small.0, great.0, small.1, great.1
    );
    // A frame that somebody else asks for while nothing moves (a window uncovered).
    assert!(great.0.0 < 4 * small.0.0, "{small:?} {great:?}");
    assert!(
        great.1.0 < 4 * small.1.0.max(small.0.0),
        "{small:?} {great:?}"
    );
    assert!(great.1.1 < 32 << 20, "{great:?}");
}

//! How the memory of a frame is kept for the next one.

/// The GNU C library gives the top of the heap back to the system as soon as it is free, and
/// asks for it again a frame later, page by page: a third of a frame's time. As much as a
/// frame needs is kept instead.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn keep_the_memory_of_a_frame() {
    const KEPT_BYTES: i32 = 24 << 20;
    // SAFETY: sets two numbers of the allocator; it is called before the first frame, and
    // what it answers (whether it knows them) changes nothing for us.
    unsafe {
        libc::mallopt(libc::M_TRIM_THRESHOLD, KEPT_BYTES);
        libc::mallopt(libc::M_MMAP_THRESHOLD, KEPT_BYTES);
    }
}

/// Elsewhere the system's own way serves.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn keep_the_memory_of_a_frame() {}

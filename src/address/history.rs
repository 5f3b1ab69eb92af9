//! Back and forward: the places a person has been.

use super::Address;

/// A line of Addresses with a present one.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    entries: Vec<Address>,
    present: usize,
}

/// Older entries than this many are forgotten.
const LONGEST: usize = 200;

impl History {
    pub fn new(start: Address) -> History {
        History {
            entries: vec![start],
            present: 0,
        }
    }

    pub fn present(&self) -> &Address {
        &self.entries[self.present]
    }

    /// Moves to an Address. A new place is added after the present one, and what lay
    /// forward of it is forgotten; a move within the present place only updates it.
    pub fn go(&mut self, address: Address) {
        if self.present().is_same_place(&address) {
            self.entries[self.present] = address;
            return;
        }
        self.entries.truncate(self.present + 1);
        self.entries.push(address);
        if self.entries.len() > LONGEST {
            self.entries.remove(0);
        }
        self.present = self.entries.len() - 1;
    }

    /// Updates the present entry, even if another place comes of it: reading on from one
    /// section into the next is not a jump.
    pub fn drift(&mut self, address: Address) {
        self.entries[self.present] = address;
    }

    pub fn can_go_back(&self) -> bool {
        self.present > 0
    }

    pub fn can_go_forward(&self) -> bool {
        self.present + 1 < self.entries.len()
    }

    pub fn back(&mut self) {
        self.present = self.present.saturating_sub(1);
    }

    pub fn forward(&mut self) {
        self.present = (self.present + 1).min(self.entries.len() - 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::address::Passage;
    use crate::language::Locale;

    fn at(section: &str, block: usize) -> Address {
        let mut address = Address::of_pack("p", Locale::Kazakh);
        address.passage = Some(Passage {
            section: section.to_owned(),
            block,
        });
        address
    }

    #[test]
    fn a_new_place_adds_and_a_move_updates() {
        let mut history = History::new(at("one", 0));
        history.go(at("one", 5));
        assert!(!history.can_go_back());
        history.go(at("two", 1));
        history.back();
        assert_eq!(history.present(), &at("one", 5));
        history.forward();
        assert_eq!(history.present(), &at("two", 1));
    }

    #[test]
    fn going_elsewhere_forgets_what_lay_forward() {
        let mut history = History::new(at("one", 0));
        history.go(at("two", 0));
        history.back();
        history.go(at("three", 0));
        assert!(!history.can_go_forward());
        assert!(history.can_go_back());
    }

    #[test]
    fn drifting_never_adds() {
        let mut history = History::new(at("one", 0));
        history.drift(at("two", 3));
        assert!(!history.can_go_back());
        assert_eq!(history.present(), &at("two", 3));
    }
}

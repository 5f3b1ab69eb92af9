//! Who held what on a day.

use crate::calendar::Day;
use crate::pack::{Control, Scope};
use std::collections::{BTreeSet, HashMap};

/// The control rows of a pack, found by region, scope and day.
#[derive(Debug, Default)]
pub struct ControlIndex {
    /// Indices into the pack's control list, sorted by their first day.
    rows: HashMap<(String, Scope), Vec<usize>>,
    change_days: Vec<Day>,
}

impl ControlIndex {
    pub fn new(control: &[Control]) -> ControlIndex {
        let mut rows: HashMap<(String, Scope), Vec<usize>> = HashMap::new();
        let mut days = BTreeSet::new();
        for (index, row) in control.iter().enumerate() {
            rows.entry((row.region.id.clone(), row.scope))
                .or_default()
                .push(index);
            days.extend([row.from, row.to]);
        }
        for indices in rows.values_mut() {
            indices.sort_by_key(|&index| control[index].from);
        }
        ControlIndex {
            rows,
            change_days: days.into_iter().collect(),
        }
    }

    /// The row of one scope on a day, by index into the pack's control list.
    pub fn row(&self, control: &[Control], region: &str, scope: Scope, day: Day) -> Option<usize> {
        let rows = self.rows(region, scope);
        let after = rows.partition_point(|&index| control[index].from <= day);
        let index = rows[..after].last().copied()?;
        (day < control[index].to).then_some(index)
    }

    /// Who held the land: the territory row where there is one, else that of the centre.
    pub fn land(&self, control: &[Control], region: &str, day: Day) -> Option<usize> {
        self.row(control, region, Scope::Territory, day)
            .or_else(|| self.row(control, region, Scope::Centre, day))
    }

    /// All rows of a region and scope, in the order of time.
    pub fn rows(&self, region: &str, scope: Scope) -> &[usize] {
        self.rows
            .get(&(region.to_owned(), scope))
            .map_or(&[], Vec::as_slice)
    }

    /// The last day before this one on which anything changed hands.
    pub fn change_before(&self, day: Day) -> Option<Day> {
        let before = self.change_days.partition_point(|&change| change < day);
        self.change_days[..before].last().copied()
    }

    /// The days on which anything changes hands, in order.
    pub fn change_days(&self) -> &[Day] {
        &self.change_days
    }
}

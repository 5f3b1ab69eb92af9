//! Year, month and day in one of the two calendars.

use serde::{Deserialize, Serialize};

/// A way of writing days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Calendar {
    /// Old Style: every fourth year is a leap year.
    Julian,
    /// New Style: as Julian, but of the hundreds only those that 400 divides.
    Gregorian,
}

impl Calendar {
    /// Whether a year has 366 days. Years are astronomical: year 0 comes before year 1.
    pub fn is_leap_year(self, year: i32) -> bool {
        match self {
            Calendar::Julian => year.rem_euclid(4) == 0,
            Calendar::Gregorian => {
                year.rem_euclid(4) == 0 && (year.rem_euclid(100) != 0 || year.rem_euclid(400) == 0)
            }
        }
    }

    /// The number of days in a month, 0 for a month that is not 1 to 12.
    pub fn days_in_month(self, year: i32, month: u8) -> u8 {
        match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if self.is_leap_year(year) => 29,
            2 => 28,
            _ => 0,
        }
    }
}

/// Year, month and day, without saying in which calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Civil {
    /// Astronomical year: 0 is 1 BC, −1 is 2 BC.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

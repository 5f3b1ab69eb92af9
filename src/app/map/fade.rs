//! Colours that cross-fade when land changes hands.

use super::fill::Filling;

/// A region on its way from one filling to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Fading {
    pub from: Filling,
    pub to: Filling,
    /// Seconds of the window's clock at which it began.
    began: f64,
}

/// The fillings as they are seen, which follow those of the day.
#[derive(Debug, Default)]
pub struct Fades {
    regions: Vec<Fading>,
    is_running: bool,
}

impl Fades {
    /// Turns to the fillings of the day. With `seconds` of 0 the change is a cut.
    pub fn follow(&mut self, fillings: &[Filling], now: f64, seconds: f64) {
        if self.regions.len() != fillings.len() || seconds <= 0.0 {
            let settled = |filling: &Filling| Fading {
                from: filling.clone(),
                to: filling.clone(),
                began: now - seconds,
            };
            self.regions = fillings.iter().map(settled).collect();
        }
        for (region, filling) in self.regions.iter_mut().zip(fillings) {
            if region.to != *filling {
                // What is half done goes on from where the eye last saw it.
                region.from = region.seen(share(region.began, now, seconds));
                region.to = filling.clone();
                region.began = now;
            }
        }
        self.is_running = self
            .regions
            .iter()
            .any(|region| region.from != region.to && share(region.began, now, seconds) < 1.0);
    }

    /// Each region with how far it has come, 0 to 1.
    pub fn at(&self, now: f64, seconds: f64) -> impl Iterator<Item = (&Fading, f32)> {
        self.regions
            .iter()
            .map(move |region| (region, share(region.began, now, seconds)))
    }

    /// Whether anything still moves.
    pub fn is_running(&self) -> bool {
        self.is_running
    }
}

impl Fading {
    fn seen(&self, share: f32) -> Filling {
        match (&self.from, &self.to) {
            (Filling::Plain(from), Filling::Plain(to)) => {
                Filling::Plain(from.lerp_to_gamma(*to, share))
            }
            (from, to) => if share < 0.5 { from } else { to }.clone(),
        }
    }
}

fn share(began: f64, now: f64, seconds: f64) -> f32 {
    if seconds <= 0.0 {
        return 1.0;
    }
    ((now - began) / seconds).clamp(0.0, 1.0) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::Theme;

    fn dark() -> Filling {
        Filling::Plain(Theme::light().ink)
    }

    fn light() -> Filling {
        Filling::Plain(Theme::light().paper)
    }

    fn half() -> Filling {
        Filling::Plain(Theme::light().ink.lerp_to_gamma(Theme::light().paper, 0.5))
    }

    fn seen(fades: &Fades, now: f64) -> Filling {
        let (region, share) = fades.at(now, 0.2).next().unwrap();
        region.seen(share)
    }

    #[test]
    fn a_change_takes_its_time_and_then_rests() {
        let mut fades = Fades::default();
        fades.follow(&[dark()], 1.0, 0.2);
        assert!(!fades.is_running());
        fades.follow(&[light()], 2.0, 0.2);
        assert!(fades.is_running());
        assert_eq!(seen(&fades, 2.1), half());
        fades.follow(&[light()], 2.3, 0.2);
        assert!(!fades.is_running());
        assert_eq!(seen(&fades, 2.3), light());
    }

    #[test]
    fn a_change_of_mind_goes_on_from_what_is_seen() {
        let mut fades = Fades::default();
        fades.follow(&[dark()], 1.0, 0.2);
        fades.follow(&[light()], 2.0, 0.2);
        fades.follow(&[dark()], 2.1, 0.2);
        assert_eq!(seen(&fades, 2.1), half());
        assert_eq!(seen(&fades, 2.3), dark());
    }

    #[test]
    fn without_time_it_is_a_cut() {
        let mut fades = Fades::default();
        fades.follow(&[dark()], 1.0, 0.0);
        fades.follow(&[light()], 2.0, 0.0);
        assert!(!fades.is_running());
        assert_eq!(fades.at(2.0, 0.0).next().unwrap().0.to, light());
    }
}

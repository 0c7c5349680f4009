//! Where the labels of marks stand above a time axis, so that no label lies on another and no stem runs through one.
//! It moves labels up and aside; it never drops one.

/// Between a stem and a label, in pt.
const GAP: f32 = 3.0;
/// Up to so many marks every division into left and right is tried; beyond, three are.
const TRIED: usize = 48;

/// A mark that wants a label: where it begins and ends, and the label's measures.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flag {
    pub from: f32,
    pub until: f32,
    pub width: f32,
    /// Lanes that the label takes.
    pub lines: usize,
}

/// A label in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub left: f32,
    /// Counted from below.
    pub lane: usize,
    /// The lane that the stem ends beneath.
    pub top: usize,
}

/// Places labels in a room that wide, and says how many could not be kept clear of the others. A label no wider than a
/// third of the room always finds a side.
pub(super) fn place(flags: &[Flag], room: f32) -> (Vec<Place>, usize) {
    let mut order: Vec<usize> = (0..flags.len()).collect();
    order.sort_by(|&a, &b| flags[a].from.total_cmp(&flags[b].from).then(a.cmp(&b)));
    let divisions: Vec<usize> =
        if flags.len() <= TRIED { (0..=flags.len()).collect() } else { vec![0, flags.len() / 2, flags.len()] };
    let trials = divisions.into_iter().map(|division| attempt(flags, &order, division, room));
    trials.min_by_key(|trial| (trial.crossings, trial.tallest(), trial.total())).map(Trial::places).unwrap_or_default()
}

/// One way of dividing the marks into labels on the right and on the left.
struct Trial {
    places: Vec<Option<Place>>,
    crossings: usize,
}

impl Trial {
    fn tallest(&self) -> usize {
        self.places.iter().flatten().map(|place| place.top).max().unwrap_or_default()
    }

    fn total(&self) -> usize {
        self.places.iter().flatten().map(|place| place.top).sum()
    }

    fn places(self) -> (Vec<Place>, usize) {
        (self.places.into_iter().flatten().collect(), self.crossings)
    }
}

/// The first `division` marks are labelled on the right, from the last to the first, the others on the left, from the
/// first to the last: so the stems of a crowd end below the labels of its next.
fn attempt(flags: &[Flag], order: &[usize], division: usize, room: f32) -> Trial {
    let mut trial = Trial { places: vec![None; flags.len()], crossings: 0 };
    let (right, left) = order.split_at(division);
    let turns = right.iter().rev().map(|&mark| (mark, false)).chain(left.iter().map(|&mark| (mark, true)));
    for (mark, prefers_left) in turns {
        let start = start(&flags[mark], prefers_left, room);
        let free = (0..=trial.tallest()).map(|lane| Place { left: start, lane, top: lane + flags[mark].lines });
        let fits = |place: &Place| trial.fits(flags, mark, place);
        let found = free.into_iter().find(fits);
        trial.crossings += usize::from(found.is_none());
        let lane = trial.tallest();
        trial.places[mark] = Some(found.unwrap_or(Place { left: start, lane, top: lane + flags[mark].lines }));
    }
    trial
}

/// Where a label begins: inside a band that holds it, else on the side preferred, else on the other.
fn start(flag: &Flag, prefers_left: bool, room: f32) -> f32 {
    let (left, right) = (flag.from - GAP - flag.width, flag.until + GAP);
    let fits_right = right + flag.width <= room;
    match prefers_left {
        _ if flag.until - flag.from >= flag.width + 2.0 * GAP => flag.from + GAP,
        true if left >= 0.0 => left,
        false if fits_right => right,
        true if fits_right => right,
        _ => left.max(0.0),
    }
}

impl Trial {
    /// Whether a label can stand there.
    fn fits(&self, flags: &[Flag], mark: usize, place: &Place) -> bool {
        self.places.iter().enumerate().all(|(other, taken)| match taken {
            Some(taken) => clear(&flags[mark], place, &flags[other], taken),
            None => true,
        })
    }
}

fn clear(flag: &Flag, place: &Place, other: &Flag, taken: &Place) -> bool {
    let apart = place.lane >= taken.top || taken.lane >= place.top;
    let beside = place.left + flag.width + GAP <= taken.left || taken.left + other.width + GAP <= place.left;
    (apart || beside) && !runs_through(other, taken, flag, place) && !runs_through(flag, place, other, taken)
}

/// Whether a stem of the first runs through the label of the second.
fn runs_through(stem: &Flag, stands: &Place, flag: &Flag, label: &Place) -> bool {
    let within = |x: f32| x > label.left - 2.0 && x < label.left + flag.width + 2.0;
    stands.top > label.lane && (within(stem.from) || within(stem.until))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(at: f32, width: f32) -> Flag {
        Flag { from: at, until: at, width, lines: 1 }
    }

    /// Every pair of labels is clear of the other, and all lie in the room.
    fn assert_clear(flags: &[Flag], room: f32) {
        let (places, crossings) = place(flags, room);
        assert_eq!(crossings, 0);
        assert_eq!(places.len(), flags.len());
        for (a, at) in places.iter().enumerate() {
            assert!(at.left >= 0.0 && at.left + flags[a].width <= room + 0.01, "{at:?}");
            for b in 0..a {
                assert!(clear(&flags[a], at, &flags[b], &places[b]), "{a} and {b}: {at:?} {:?}", places[b]);
            }
        }
    }

    #[test]
    fn labels_of_crowded_marks_stay_clear() {
        let crowd =
            |from: f32, step: f32, n: u8| (0..n).map(|k| point(from + step * f32::from(k), 120.0)).collect::<Vec<_>>();
        for flags in [crowd(5.0, 0.1, 40), crowd(440.0, 0.5, 40), crowd(200.0, 1.0, 40), crowd(3.0, 0.0, 9)] {
            assert_clear(&flags, 470.0);
        }
    }

    #[test]
    fn labels_that_cannot_be_kept_apart_are_counted_and_numbers_can() {
        let spread =
            |width: f32, step: f32| (1..=60_u8).map(|k| point(8.0 + step * f32::from(k), width)).collect::<Vec<_>>();
        assert!(place(&spread(120.0, 7.0), 470.0).1 > 0);
        assert_clear(&spread(7.5, 7.0), 470.0);
        assert_clear(&spread(7.5, 3.0), 470.0);
    }

    #[test]
    fn a_label_stands_inside_a_band_that_holds_it() {
        let band = Flag { from: 50.0, until: 250.0, width: 80.0, lines: 1 };
        assert_eq!(place(&[band], 470.0).0[0].left, 53.0);
    }
}

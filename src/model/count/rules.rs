//! The fifteen rules of counting (docs/model.md, Counting), each held over many numbers.
//!
//! A count is generated beside the truth it is to hold: whatever the truths are, the result must hold theirs. Rule 7
//! stands in `model::tree`, rule 9 in `store::numbers::facts`, where the rows are.

use proptest::prelude::*;

use super::small_cells::{hidden_in_list, hidden_in_table};
use super::tallied::{Belongs, Cell, Records, Tallied};
use super::thresholds::{Answer, MayBelong, Threshold};
use super::{Count, grain, percent};
use crate::model::case::{Claim, TypedCount};
use crate::model::explain::{Sentence, Step, causes};
use crate::model::facts::Figured;
use crate::model::ids::{ClaimId, TypedCountId};
use crate::model::words::{AccountKind, Qualifier, Standing, Status, Unit};

const OF: Unit = Unit::Person;

/// A number that is true, and a count without an estimate that holds it.
fn held() -> impl Strategy<Value = (u64, Count)> {
    (0u64..100_000, 0u64..5_000, 0u64..5_000, 0u8..6).prop_map(|(truth, less, more, form)| {
        let low = truth.saturating_sub(less);
        let count = match form {
            0 => Count::exact(truth, OF),
            1 => Count::between(low, None, OF),
            2 => Count::between(low, Some(truth + more), OF),
            3 => Count::at_most(truth + more, OF),
            4 => Count::to_be_determined(OF),
            _ => Count::cannot_be_determined(OF),
        };
        (truth, count)
    })
}

fn any_count() -> impl Strategy<Value = Count> {
    let estimated = (1u64..100, 0u32..4, any::<bool>()).prop_map(|(digits, tens, band)| {
        let estimate = digits * 10u64.pow(tens);
        Count::approximate(estimate, band.then_some((estimate / 2, estimate * 2)), OF)
    });
    prop_oneof![3 => held().prop_map(|(_, count)| count), 1 => estimated]
}

fn holds(count: &Count, truth: u64) -> bool {
    count.low <= truth && count.high.is_none_or(|high| truth <= high)
}

fn sum(parts: &[Count]) -> Count {
    Count::sum(OF, parts).expect("one unit")
}

fn union(parts: &[Count]) -> Count {
    Count::union(OF, parts).expect("one unit")
}

proptest! {
    #[test]
    fn rule_01_disjoint_groups_add_low_to_low_and_high_to_high(parts in prop::collection::vec(held(), 0..6)) {
        let counts: Vec<Count> = parts.iter().map(|(_, count)| count.clone()).collect();
        let total = sum(&counts);
        prop_assert!(holds(&total, parts.iter().map(|(truth, _)| truth).sum()));
        prop_assert_eq!(total.low, counts.iter().map(|count| count.low).sum::<u64>());
        prop_assert_eq!(total.high.is_none(), counts.iter().any(|count| count.high.is_none()));
    }

    #[test]
    fn rule_01_the_order_and_the_grouping_of_parts_do_not_matter(parts in prop::collection::vec(held(), 1..6)) {
        let counts: Vec<Count> = parts.into_iter().map(|(_, count)| count).collect();
        let backwards: Vec<Count> = counts.iter().rev().cloned().collect();
        prop_assert_eq!(sum(&counts), sum(&backwards));
        let (one, two) = counts.split_at(counts.len() / 2);
        prop_assert_eq!(sum(&counts), sum(&[sum(one), sum(two)]));
    }

    #[test]
    fn rule_02_groups_that_may_overlap_hold_every_overlap(one in held(), two in held(), shared in 0.0f64..=1.0) {
        let overlap = (one.0.min(two.0) as f64 * shared) as u64;
        let both = union(&[one.1.clone(), two.1.clone()]);
        prop_assert!(holds(&both, one.0 + two.0 - overlap));
        prop_assert_eq!(both.low, one.1.low.max(two.1.low));
        prop_assert_eq!(both.high, sum(&[one.1, two.1]).high);
    }

    #[test]
    fn rule_02_one_group_is_itself(count in any_count()) {
        let alone = union(std::slice::from_ref(&count));
        prop_assert_eq!(alone.qualifier(), count.qualifier());
        prop_assert_eq!((alone.low, alone.high, alone.estimate), (count.low, count.high, count.estimate));
    }

    #[test]
    fn rule_02_stated_disjoint_groups_add_and_the_others_do_not(a in 0u64..999, b in 0u64..999, c in 0u64..999) {
        let groups = [Count::exact(a, OF), Count::exact(b, OF), Count::exact(c, OF)];
        let total = Count::union_unless(OF, &groups, |one, two| (one, two) == (0, 1)).expect("one unit");
        prop_assert_eq!((total.low, total.high), ((a + b).max(c), Some(a + b + c)));
    }

    #[test]
    fn rule_02_what_keys_show_to_be_distinct_lifts_the_low_bound(a in 1u64..999, b in 1u64..999, more in 0u64..999) {
        let groups = [Count::exact(a, OF), Count::exact(b, OF)];
        let counted = a.max(b) + more.min(a.min(b));
        let total = Count::union_counted(OF, &groups, counted).expect("one unit");
        prop_assert_eq!((total.low, total.high), (counted, Some(a + b)));
    }

    #[test]
    fn rule_03_an_open_part_leaves_at_least_and_is_counted_as_a_part(n in 1u64..100_000, open in 1usize..5) {
        let parts: Vec<Count> =
            std::iter::once(Count::exact(n, OF)).chain((0..open).map(|_| Count::to_be_determined(OF))).collect();
        let total = sum(&parts);
        prop_assert_eq!((total.qualifier(), total.value()), (Qualifier::AtLeast, Some(n)));
        prop_assert_eq!(total.unknown_parts, open as u64);
    }

    #[test]
    fn rule_03_what_cannot_be_determined_is_told_from_what_is_to_be(known in prop::collection::vec(0u64..9, 0..3), to_be in 0usize..3, never in 0usize..3) {
        let of = |n: usize, count: fn(Unit) -> Count| (0..n).map(move |_| count(OF));
        let parts: Vec<Count> = known.iter().map(|n| Count::exact(*n, OF))
            .chain(of(to_be, Count::to_be_determined)).chain(of(never, Count::cannot_be_determined)).collect();
        for total in [sum(&parts), Count::exact(0, OF).widened_by(&sum(&parts)).expect("one unit")] {
            let expected = match (total.low, to_be, never) {
                (_, 0, 0) => total.qualifier(),
                (1.., ..) => Qualifier::AtLeast,
                (0, 0, _) => Qualifier::CannotBeDetermined,
                (0, ..) => Qualifier::ToBeDetermined,
            };
            prop_assert_eq!(total.qualifier(), expected);
            prop_assert_eq!((total.unknown_parts, total.undeterminable_parts), ((to_be + never) as u64, never as u64));
            prop_assert_eq!(total.parts_to_determine(), to_be as u64);
        }
    }

    #[test]
    fn rule_04_an_estimate_makes_the_sum_an_estimate_as_coarse_as_it(n in 0u64..100_000, digits in 1u64..999, tens in 0u32..5) {
        let estimate = digits * 10u64.pow(tens);
        let total = sum(&[Count::exact(n, OF), Count::approximate(estimate, None, OF)]);
        let value = total.value().expect("an estimate has a value");
        prop_assert_eq!(total.qualifier(), Qualifier::Approximate);
        prop_assert_eq!(value % grain(estimate), 0);
        prop_assert!(value.abs_diff(n + estimate) <= grain(estimate) / 2);
        prop_assert!(value >= total.low);
    }

    #[test]
    fn rule_04_an_estimate_stays_in_its_band(parts in prop::collection::vec(any_count(), 1..6)) {
        for total in [sum(&parts), union(&parts)] {
            if let Some(estimate) = total.estimate {
                prop_assert!(holds(&total, estimate), "{total:?}");
            }
        }
    }

    #[test]
    fn rule_08_confirmed_is_low_suspected_widens_cleared_is_nowhere(sure in 0u64..999, maybe in 0u64..999, no in 0u64..999) {
        let mut all = Tallied::default();
        for (status, accounts) in [(Status::Confirmed, sure), (Status::Suspected, maybe), (Status::Cleared, no)] {
            all.add(&Cell { status, kind: AccountKind::Person, unit: None, accounts, records: Records::default(), belongs: Belongs::Surely, one_person: false }, Unit::Email);
        }
        prop_assert_eq!(all.accounts(), Count::between(sure, Some(sure + maybe), Unit::Account));
        prop_assert_eq!((all.own.cleared, all.all()), (no, sure + maybe + no));
    }

    #[test]
    fn rule_08_the_suspected_leave_the_low_bound_alone(sure in held(), maybe in held()) {
        let wide = sure.1.widened_by(&maybe.1).expect("one unit");
        prop_assert_eq!(wide.low, sure.1.low);
        prop_assert!(holds(&wide, sure.0) && holds(&wide, sure.0 + maybe.0));
    }

    #[test]
    fn rule_10_owners_are_at_most_the_accounts_a_person_may_stand_behind(persons in 0u64..999, shared in 0u64..999) {
        let mut all = Tallied::default();
        for (kind, accounts) in [(AccountKind::Person, persons), (AccountKind::Shared, shared), (AccountKind::Service, shared)] {
            all.add(&Cell { status: Status::Confirmed, kind, unit: None, accounts, records: Records::default(), belongs: Belongs::Surely, one_person: false }, Unit::Email);
        }
        prop_assert_eq!((all.owners().low, all.owners().high), (0, Some(persons)));
    }

    #[test]
    fn rule_11_contradicting_statements_are_kept_from_lowest_to_highest_and_never_added(
        statements in prop::collection::vec(held(), 1..5)
    ) {
        let counts: Vec<Count> = statements.iter().map(|(_, count)| count.clone()).collect();
        let hull = Count::hull(&counts).expect("one unit").expect("statements");
        for (truth, count) in &statements {
            prop_assert!(count.says_nothing() || holds(&hull, *truth));
        }
        let speaking: Vec<&Count> = counts.iter().filter(|count| !count.says_nothing()).collect();
        if let Some(highest) = speaking.iter().map(|count| count.high).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max()) {
            prop_assert_eq!(hull.high, Some(highest));
        }
    }

    #[test]
    fn rule_13_the_causes_of_a_change_add_up(before in held(), after in prop::collection::vec((held(), 0u8..3), 0..8), now in held()) {
        let what = |kind: u8| Sentence::new(["cause-import", "cause-tag", "cause-undo"][usize::from(kind)]);
        let steps: Vec<Step> =
            after.into_iter().map(|((_, after), kind)| Step { what: what(kind), after }).collect();
        let causes = causes(&before.1, &steps, &now.1);
        let moved: i64 = causes.iter().map(|cause| cause.low).sum();
        prop_assert_eq!(moved, now.1.low as i64 - before.1.low as i64);
        if let (Some(was), Some(is), Some(highs)) =
            (before.1.high, now.1.high, causes.iter().map(|cause| cause.high).collect::<Option<Vec<_>>>())
        {
            prop_assert_eq!(highs.iter().sum::<i64>(), is as i64 - was as i64);
        }
    }

    #[test]
    fn rule_14_percentages_only_of_exact_counts_and_never_of_ten(part in any_count(), whole in any_count()) {
        let allowed = part.qualifier() == Qualifier::Exact && whole.qualifier() == Qualifier::Exact
            && whole.low > 10 && part.low <= whole.low;
        let percent = percent(&part, &whole);
        prop_assert_eq!(percent.is_some(), allowed);
        if let Some(percent) = percent {
            prop_assert_eq!(percent == 0, part.low == 0);
            prop_assert_eq!(percent == 100, part.low == whole.low);
        }
    }

    #[test]
    fn rule_15_no_small_number_of_a_list_is_shown_or_comes_back(numbers in prop::collection::vec(0u64..12, 1..6)) {
        let hidden = hidden_in_list(&numbers, 3);
        let shown: Vec<u64> = numbers.iter().copied().chain([numbers.iter().sum()]).collect();
        for (number, hidden) in shown.iter().zip(&hidden) {
            prop_assert!(*hidden || *number == 0 || *number >= 3);
        }
        let total_shown = !hidden.last().copied().unwrap_or(false);
        let parts: Vec<usize> = (0..numbers.len()).filter(|at| hidden[*at]).collect();
        if total_shown && !parts.is_empty() {
            // Another list of numbers that are not zero has the same sum: nobody can tell which it was.
            let rest: u64 = parts.iter().map(|at| numbers[*at]).sum();
            prop_assert!(parts.len() > 1 && rest > parts.len() as u64, "{numbers:?} {hidden:?}");
        }
    }

    #[test]
    fn rule_15_no_small_number_of_a_table_comes_back_by_its_rows_and_columns(
        cells in prop::collection::vec(prop::collection::vec(0u64..6, 2..=2), 2..=2)
    ) {
        let hidden = hidden_in_table(&cells, 3);
        let seen = |cells: &[Vec<u64>]| outsiders_view(cells, &hidden);
        for (row, column) in [(0, 0), (0, 1), (1, 0), (1, 1)].into_iter().filter(|(row, column)| hidden.cells[*row][*column]) {
            let other = small_tables().into_iter().any(|table| {
                table[row][column] != cells[row][column] && seen(&table) == seen(&cells)
                    && hides_no_zero(&table, &hidden)
            });
            prop_assert!(other, "{cells:?} gives away row {row}, column {column}: {hidden:?}");
        }
    }
}

/// Every table of two by two whose numbers are small.
fn small_tables() -> Vec<Vec<Vec<u64>>> {
    (0..10_000u64).map(|n| vec![vec![n / 1_000 % 10, n / 100 % 10], vec![n / 10 % 10, n % 10]]).collect()
}

fn hides_no_zero(cells: &[Vec<u64>], hidden: &super::small_cells::Hidden) -> bool {
    cells.iter().flatten().zip(hidden.cells.iter().flatten()).all(|(number, hidden)| !hidden || *number > 0)
}

/// What of a table of two by two is shown.
fn outsiders_view(cells: &[Vec<u64>], hidden: &super::small_cells::Hidden) -> Vec<Option<u64>> {
    let inner = cells.iter().flatten().zip(hidden.cells.iter().flatten());
    let rows: Vec<u64> = cells.iter().map(|row| row.iter().sum()).collect();
    let columns: Vec<u64> = (0..2).map(|column| cells.iter().map(|row| row[column]).sum()).collect();
    let total = rows.iter().sum();
    let margins = rows.iter().zip(&hidden.row_totals).chain(columns.iter().zip(&hidden.column_totals));
    let all = inner.chain(margins).chain([(&total, &hidden.total)]);
    all.map(|(number, hidden)| (!hidden).then_some(*number)).collect()
}

#[test]
fn rule_02_nine_owners_and_about_four_thousand_correspondents_are_about_four_thousand() {
    for owners in [Count::exact(9, OF), Count::at_most(9, OF)] {
        let all = union(&[owners, Count::approximate(4_000, None, OF)]);
        assert_eq!((all.qualifier(), all.value()), (Qualifier::Approximate, Some(4_000)));
    }
    let all = union(&[Count::exact(9, OF), Count::approximate(4_000, Some((3_000, 5_000)), OF)]);
    assert_eq!((all.low, all.high, all.value()), (3_000, Some(5_009), Some(4_000)));
}

#[test]
fn rule_02_an_estimate_below_what_was_counted_gives_way() {
    let all = union(&[Count::exact(5_000, OF), Count::approximate(4_000, None, OF)]);
    assert_eq!((all.qualifier(), all.value()), (Qualifier::AtLeast, Some(5_000)));
}

#[test]
fn rule_04_examples() {
    for (counted, estimate, printed) in [(342, 500, 800), (60, 500, 600), (9, 4_000, 4_000), (612, 7, 619), (0, 20, 20)]
    {
        let total = sum(&[Count::exact(counted, OF), Count::approximate(estimate, None, OF)]);
        assert_eq!(total.value(), Some(printed), "{counted} + about {estimate}");
    }
}

#[test]
fn rule_05_only_what_was_examined_is_zero() {
    let examined = Figured::settled(Some(Count::exact(0, OF)), OF, None, None);
    assert_eq!((examined.count.qualifier(), examined.count.value()), (Qualifier::Exact, Some(0)));
    let not_examined = Figured::settled(None, OF, None, None);
    assert_eq!((not_examined.count.qualifier(), not_examined.count.value()), (Qualifier::ToBeDetermined, None));
    assert_eq!(sum(&[]).qualifier(), Qualifier::Exact);
}

#[test]
fn rule_06_distinct_persons_of_rows_are_not_added() {
    // One person in both rows: the rows say 3 and 4, the total between 4 and 7.
    let all = union(&[Count::exact(3, OF), Count::exact(4, OF)]);
    assert_eq!((all.low, all.high), (4, Some(7)));
}

#[test]
fn rule_12_a_typed_count_stands_until_the_computed_one_is_adopted_and_a_claim_stands_over_both() {
    let (sum, typed, claim) = (Count::exact(612, OF), typed(600), claim(60_000));
    let cases = [
        (None, Some(&typed), None, Some(600), None, true),
        (Some(&sum), Some(&typed), None, Some(600), Some(612), true),
        (Some(&sum), None, None, Some(612), None, false),
        (Some(&sum), Some(&typed), Some(&claim), Some(60_000), Some(612), false),
    ];
    for (sum, typed, claim, value, kept, is_typed) in cases {
        let figured = Figured::settled(sum.cloned(), OF, claim, typed);
        assert_eq!(figured.count.value(), value);
        assert_eq!(figured.sum.and_then(|sum| sum.value()), kept);
        assert_eq!(figured.typed, is_typed);
    }
}

#[test]
fn a_sum_above_an_adopted_exact_or_approximate_claim_contradicts_it() {
    let cases = [
        (Count::exact(500, OF), Count::exact(501, OF), true),
        (Count::exact(500, OF), Count::exact(500, OF), false),
        (Count::exact(500, OF), Count::between(501, None, OF), true),
        (Count::exact(500, OF), Count::at_most(900, OF), false),
        (Count::approximate(500, None, OF), Count::exact(501, OF), true),
        (Count::approximate(500, Some((400, 700)), OF), Count::exact(650, OF), false),
        (Count::between(500, None, OF), Count::exact(9_000, OF), false),
        (Count::exact(500, OF), Count::to_be_determined(OF), false),
        (Count::exact(500, Unit::Email), Count::exact(501, Unit::File), false),
    ];
    for (claim, sum, contradicts) in cases {
        assert_eq!(claim.is_exceeded_by(&sum), contradicts, "{claim:?} {sum:?}");
    }
}

#[test]
fn numbers_of_different_units_are_refused_and_never_added() {
    let (emails, files) = (Count::exact(5, Unit::Email), Count::exact(5, Unit::File));
    assert_eq!(Count::sum(Unit::Email, [&emails, &files]).expect_err("units").code, "count.units_differ");
    assert_eq!(emails.widened_by(&files).expect_err("units").code, "count.units_differ");
    assert_eq!(Count::hull([&emails, &files]).expect_err("units").code, "count.units_differ");
}

#[test]
fn the_weakest_word_stands_for_a_sum() {
    let claimed = Count { standing: Standing::Claimed, ..Count::exact(1, OF) };
    let confirmed = Count { standing: Standing::Confirmed, ..Count::exact(1, OF) };
    assert_eq!(sum(&[confirmed.clone(), claimed]).standing, Standing::Claimed);
    assert_eq!(sum(&[confirmed.clone(), confirmed]).standing, Standing::Confirmed);
}

#[test]
fn what_cannot_be_determined_stays_so_only_where_nothing_else_is_open() {
    let never = Count::cannot_be_determined(OF);
    assert_eq!(sum(&[never.clone(), never.clone()]).qualifier(), Qualifier::CannotBeDetermined);
    assert_eq!(sum(&[never, Count::to_be_determined(OF)]).qualifier(), Qualifier::ToBeDetermined);
}

#[test]
fn a_threshold_is_true_on_the_low_bound_false_on_the_high_and_else_cannot_be_told() {
    let maybe = |n| vec![MayBelong { row: "residence_not_known".to_owned(), count: Count::exact(n, OF) }];
    let at_least = Threshold::AtLeast(500);
    assert_eq!(at_least.met_by(&Count::exact(500, OF), &maybe(9)).expect("one unit"), Answer::True);
    assert_eq!(Threshold::MoreThan(500).met_by(&Count::exact(500, OF), &[]).expect("one unit"), Answer::False);
    assert_eq!(at_least.met_by(&Count::exact(490, OF), &maybe(9)).expect("one unit"), Answer::False);
    let Answer::CannotTell(rows) = at_least.met_by(&Count::exact(490, OF), &maybe(10)).expect("one unit") else {
        panic!("490 and perhaps 10 more are not settled")
    };
    assert_eq!(rows.iter().map(|row| row.row.as_str()).collect::<Vec<_>>(), ["residence_not_known"]);
}

#[test]
fn an_estimate_without_a_band_does_not_decide_within_a_factor_of_two() {
    for (estimate, decided) in [(1_001, Some(true)), (1_000, None), (500, None), (250, None), (249, Some(false))] {
        let answer = Threshold::AtLeast(500).met_by(&Count::approximate(estimate, None, OF), &[]).expect("one unit");
        let found = match answer {
            Answer::True => Some(true),
            Answer::False => Some(false),
            Answer::CannotTell(_) => None,
        };
        assert_eq!(found, decided, "about {estimate}");
    }
    let banded = Count::approximate(600, Some((510, 700)), OF);
    assert_eq!(Threshold::AtLeast(500).met_by(&banded, &[]).expect("one unit"), Answer::True);
}

#[test]
fn rule_15_examples() {
    // Nine and one: the one is small, so the nine must go too, or ten less nine gives it away.
    assert_eq!(hidden_in_list(&[9, 1], 3), [true, true, false]);
    assert_eq!(hidden_in_list(&[9, 1, 4, 0], 3), [false, true, true, false, false]);
    assert_eq!(hidden_in_list(&[9, 5, 0], 3), [false, false, false, false]);
    // Two ones hidden in a sum of two would both be known: the next one goes too.
    assert_eq!(hidden_in_list(&[1, 1, 7], 3), [true, true, true, false]);
}

fn typed(n: u64) -> TypedCount {
    TypedCount {
        id: TypedCountId::new(1),
        name: "persons".to_owned(),
        count: Count::approximate(n, None, OF),
        source: None,
        standing: Standing::Own,
        at: jiff::Timestamp::UNIX_EPOCH,
        by: "M. Ahrens".to_owned(),
        party: None,
        stands: true,
        computed: false,
        kept_over: None,
        kept_reason: None,
    }
}

fn claim(n: u64) -> Claim {
    Claim {
        id: ClaimId::new(7),
        subject: "persons".to_owned(),
        count: Count::between(n, None, OF),
        source: "Reuters".to_owned(),
        said: None,
        adopted: true,
        adopted_by: None,
        reason: None,
        party: None,
    }
}

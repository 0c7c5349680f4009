//! Small cells: which numbers of a table a version for others must not show, so that none of them comes back by
//! subtraction (rule 15).
//!
//! It only says which; drawing, alternative text and attachments are their writers' to blank. An outsider is taken to
//! know that a hidden number is not zero, for zeros are shown, and nothing else.

/// Which numbers of a table are hidden: one flag a number, and one a total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// The numbers, row by row.
    pub cells: Vec<Vec<bool>>,
    /// The total of each row.
    pub row_totals: Vec<bool>,
    /// The total of each column.
    pub column_totals: Vec<bool>,
    /// The total of all.
    pub total: bool,
}

/// Which of a list of numbers are hidden, where their total is shown; the last flag is the total's.
#[must_use]
pub fn hidden_in_list(numbers: &[u64], k: u64) -> Vec<bool> {
    let mut lines = vec![numbers.to_vec()];
    if let Some(line) = lines.first_mut() {
        line.push(numbers.iter().sum());
    }
    let mut hidden = flags(&lines, k);
    close(&lines, &mut hidden, |hidden, at| list_recoverable(&lines, hidden, at));
    hidden.concat()
}

/// Which numbers of a table are hidden, where the totals of its rows and columns are shown.
#[must_use]
pub fn hidden_in_table(cells: &[Vec<u64>], k: u64) -> Hidden {
    let lines = with_totals(cells);
    let mut hidden = flags(&lines, k);
    close(&lines, &mut hidden, |hidden, at| table_recoverable(&lines, hidden, at));
    let column_and_total = hidden.pop().unwrap_or_default();
    let (column_totals, total) = split_last(column_and_total);
    let (cells, row_totals) = hidden.into_iter().map(split_last).unzip();
    Hidden { cells, row_totals, column_totals, total }
}

type Lines = Vec<Vec<u64>>;
type Flags = Vec<Vec<bool>>;
type At = (usize, usize);

fn split_last(mut line: Vec<bool>) -> (Vec<bool>, bool) {
    let last = line.pop().unwrap_or(false);
    (line, last)
}

fn with_totals(cells: &[Vec<u64>]) -> Lines {
    let mut lines: Lines = cells.iter().map(|row| row.iter().copied().chain([row.iter().sum()]).collect()).collect();
    let columns = lines.first().map_or(1, Vec::len);
    lines.push((0..columns).map(|column| lines.iter().filter_map(|line| line.get(column)).sum()).collect());
    lines
}

/// Primary: what is under k and not zero.
fn flags(lines: &Lines, k: u64) -> Flags {
    lines.iter().map(|line| line.iter().map(|number| (1..k).contains(number)).collect()).collect()
}

/// Secondary: as long as a hidden number can be recovered, the smallest shown one beside it is hidden too.
fn close(lines: &Lines, hidden: &mut Flags, recoverable: impl Fn(&Flags, At) -> bool) {
    while let Some(at) = all(lines).find(|at| is(hidden, *at) && recoverable(hidden, *at)) {
        let beside = all(lines).filter(|other| other.0 == at.0 || other.1 == at.1);
        let shown = beside.filter(|other| !is(hidden, *other) && number(lines, *other) > 0);
        // Where nothing is left beside it, anything of the table; where nothing is left at all, all is hidden.
        let next = shown.min_by_key(|other| (number(lines, *other), *other)).or_else(|| {
            all(lines)
                .filter(|other| !is(hidden, *other) && number(lines, *other) > 0)
                .min_by_key(|other| number(lines, *other))
        });
        let Some((row, column)) = next else { return };
        hidden[row][column] = true;
    }
}

fn all(lines: &Lines) -> impl Iterator<Item = At> + '_ {
    lines.iter().enumerate().flat_map(|(row, line)| (0..line.len()).map(move |column| (row, column)))
}

fn is(hidden: &Flags, (row, column): At) -> bool {
    hidden[row][column]
}

fn number(lines: &Lines, (row, column): At) -> u64 {
    lines[row][column]
}

/// One line: a hidden number is safe where another hidden one can give to it or take from it.
fn list_recoverable(lines: &Lines, hidden: &Flags, at: At) -> bool {
    let last = lines[0].len() - 1;
    let safe = |other: At| {
        // A part and the total move together, two parts against each other.
        let together = (other.1 == last) != (at.1 == last);
        together || number(lines, at) > 1 || number(lines, other) > 1
    };
    !all(lines).any(|other| other != at && is(hidden, other) && safe(other))
}

/// A table: a hidden number is safe where it lies on a ring of hidden numbers that can be moved by one all round,
/// rows and columns by turns, every sum staying what it is. Each number is an edge between its row and its column.
fn table_recoverable(lines: &Lines, hidden: &Flags, at: At) -> bool {
    let rows = lines.len();
    let up = reaches(lines, hidden, at, rows + at.1, at.0, true);
    let down = number(lines, at) > 1 && reaches(lines, hidden, at, rows + at.1, at.0, false);
    !up && !down
}

/// Whether the ring closes: from the number's column back to its row without the number itself. `up` says whether
/// the number itself is raised.
fn reaches(lines: &Lines, hidden: &Flags, without: At, from: usize, to: usize, up: bool) -> bool {
    let rows = lines.len();
    // A total stands on the other side of its line's sum: it moves with its parts.
    let total = |(row, column): At| (row + 1 == rows) != (column + 1 == lines[row].len());
    let raised_leaves_row = up != total(without);
    let mut seen = vec![false; rows + lines.iter().map(Vec::len).max().unwrap_or(0)];
    let mut open = vec![from];
    while let Some(node) = open.pop() {
        if node == to {
            return true;
        }
        if std::mem::replace(&mut seen[node], true) {
            continue;
        }
        for other in all(lines).filter(|other| *other != without && is(hidden, *other)) {
            let (row, column) = (other.0, rows + other.1);
            let next = if node == row { column } else { row };
            // Along the ring the sum of each line must stay: raised and lowered by turns.
            let raised = ((node == row) == raised_leaves_row) != total(other);
            if (node == row || node == column) && (raised || number(lines, other) > 1) {
                open.push(next);
            }
        }
    }
    false
}

//! A file that is refused amid its rows. Nothing is imported then; a dry run goes on without it.

use sqlx::SqliteConnection;

use super::{FileFacts, Rows, Writing, Written};
use crate::error::Result;
use crate::model::account::Problem;

impl Writing<'_> {
    /// A file that is refused amid its rows: nothing is imported; a dry run tells it, as if nothing of it had been read.
    pub(super) async fn refused(
        &mut self,
        conn: &mut SqliteConnection,
        facts: FileFacts,
        problem: Problem,
        before: Before,
    ) -> Result<()> {
        if !self.terms.dry_run || problem.code == "cancelled" {
            return Err(problem.refusal());
        }
        sqlx::query("ROLLBACK TO file").execute(&mut *conn).await?;
        before.put_back(self);
        self.written.problems.push(problem);
        self.written.problems_total += 1;
        self.end_file(conn, FileFacts { sha256: String::new(), ..facts }, None).await
    }
}

/// How a dry run stood before a file, for a file that is refused amid its rows.
pub(super) struct Before {
    problems: usize,
    problems_total: u64,
    conflicts: u64,
    tagged: u64,
}

impl Before {
    pub(super) async fn of(writing: &Writing<'_>, conn: &mut SqliteConnection) -> Result<Self> {
        if writing.terms.dry_run {
            sqlx::query("SAVEPOINT file").execute(conn).await?;
        }
        let Written { problems, problems_total, conflicts, tagged, .. } = &writing.written;
        let [problems_total, conflicts, tagged] = [*problems_total, *conflicts, *tagged];
        Ok(Self { problems: problems.len(), problems_total, conflicts, tagged })
    }

    fn put_back(self, writing: &mut Writing<'_>) {
        writing.aside.take();
        writing.doubts.clear();
        writing.rows = Rows::none(writing.terms.enrich);
        let written = &mut writing.written;
        written.problems.truncate(self.problems);
        written.problems_total = self.problems_total;
        (written.conflicts, written.tagged) = (self.conflicts, self.tagged);
    }
}

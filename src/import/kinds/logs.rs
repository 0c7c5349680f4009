//! Logs, which are no lists of accounts: told by their headers and never read as one.

use super::Sampled;
use crate::error::{Error, Result};
use crate::import::words::fold;

/// Headers that only this export has, all of them.
const LOGS: &[(&str, &[&str])] = &[
    ("Microsoft Purview audit log", &["AuditData"]),
    ("Microsoft 365 unified audit log", &["RecordType", "Operation"]),
    ("Microsoft 365 unified audit log", &["RecordType", "Operations"]),
    ("Microsoft Sentinel OfficeActivity", &["OfficeWorkload"]),
    ("Microsoft-Extractor-Suite message ids", &["InternetMessageId", "SizeInBytes"]),
    ("Microsoft-Extractor-Suite sessions", &["MailAccessType", "OperationCount"]),
    ("Entra sign-in log", &["Request ID", "Correlation ID"]),
    ("Entra audit log", &["Correlation ID", "Activity"]),
    ("Exchange message trace", &["message_id", "recipient_address"]),
    ("Google Workspace audit log", &["Event name", "IP address"]),
];

/// Refuses a log by its header.
///
/// # Errors
/// `import.empty` where no record holds anything; `import.audit_log_not_yet`.
pub fn refuse(sampled: &Sampled<'_>) -> Result<()> {
    let file = &sampled.options.file;
    let layout = sampled.layout()?;
    let Some(header) = layout.header.and_then(|at| sampled.records.get(at)) else { return Ok(()) };
    let cells: Vec<String> = header.cells().map(fold).collect();
    let is = |(_, wanted): &&(&str, &[&str])| wanted.iter().all(|it| cells.contains(&fold(it)));
    match LOGS.iter().find(is) {
        Some((what, _)) => Err(Error::new("import.audit_log_not_yet").with("file", file).with("what", what)),
        None => Ok(()),
    }
}

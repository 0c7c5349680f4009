//! What left the house is kept with its bytes and can be written again as it was.

use breachbook::actions::cases;
use breachbook::model::ids::ExportId;
use breachbook::model::verb::Verb;
use breachbook::store::exports::{self, NewExport, Recorded};
use breachbook::store::{deeds, hex};
use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn an_export_is_kept_byte_for_byte_and_is_not_undone() {
    let desk = Desk::new();
    let (session, case) = desk.with_case().await;
    let bytes: Vec<u8> = (0..100_000_u32).map(|n| (n % 251) as u8).collect();
    let mut tx = session.store.begin().await.expect("begin");
    let act = session.act();
    let deed = deeds::begin(&mut tx, &act, Some(case), Verb::Report, &json!({})).await.expect("a deed");
    let export = NewExport {
        template: "dossier",
        language: "de",
        format: "pdf",
        names: false,
        now: act.at,
        version: 1,
        numbers: "{}",
        catalogue: "",
        pages: 3,
        bytes: &bytes,
    };
    let Recorded { export: id, sha256: hash } =
        exports::record(&mut tx, &act, deed, case, &export).await.expect("recorded");
    deeds::finish(&mut tx, deed, &act, 1, &json!({})).await.expect("finished");
    tx.commit().await.expect("committed");
    let mut tx = session.store.read().await.expect("read");
    let kept = exports::Kept { bytes, format: "pdf".to_owned(), sha256: hex(&hash) };
    assert_eq!(exports::bytes(&mut tx, id).await.expect("kept"), kept);
    assert_eq!(exports::bytes(&mut tx, ExportId::new(99)).await.expect_err("none").code, "export.missing");
    drop(tx);
    let listed = cases::show(&session, case).await.expect("shown").exports;
    assert_eq!((listed.len(), listed[0].sha256.as_str(), listed[0].pages), (1, hex(&hash).as_str(), 3));
    assert_eq!(session.undo(case).await.expect_err("exports are not undone").code, "undo.nothing");
}

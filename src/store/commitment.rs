//! What an entry of the log commits to: what its deed did, and the state that the case was in afterwards. Computed in one
//! place, by whoever appends an entry and by whoever verifies it; no writer knows of it but that it marks what it touches.

pub mod did;
pub mod leaves;

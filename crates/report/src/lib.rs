//! Reports as text, JSON and CSV, in German and English.

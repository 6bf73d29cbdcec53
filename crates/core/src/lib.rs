//! Verifier of signed meter data of electric vehicle charging.

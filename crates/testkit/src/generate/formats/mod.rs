//! Groups of formats other than OCMF, one or two files each.

pub mod alfen;
pub mod alfen_line;
pub mod bsm;
pub mod bsm_snapshot;
pub mod chargepoint;
pub mod edl40;
pub mod edl40_sig;
pub mod emh;
pub mod isa_edl40;
pub mod json;
pub mod mennekes;
pub mod ocpi;
pub mod ocpp;
pub mod pcdf;
pub mod pcdf_record;
pub mod sealed;
pub mod sml_edl40;

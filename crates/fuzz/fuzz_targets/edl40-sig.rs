#![no_main]
eichrecht_fuzz::target!("edl40-sig");

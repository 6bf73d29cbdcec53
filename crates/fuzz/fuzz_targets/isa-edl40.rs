#![no_main]
eichrecht_fuzz::target!("isa-edl40");

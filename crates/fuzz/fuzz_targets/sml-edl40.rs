#![no_main]
eichrecht_fuzz::target!("sml-edl40");
